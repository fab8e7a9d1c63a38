package io.frops.commands.incident;

import io.frops.core.access.Actor;
import io.frops.core.access.Role;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.chat.Text;
import io.frops.core.incident.Badge;
import io.frops.core.incident.Change;
import io.frops.core.incident.StoredIncident;
import java.util.List;

/// Lifts the warning that a source is unsure.
final class TrustSourceCommand implements SlashCommand<TargetArguments> {
    private final Desk desk;

    TrustSourceCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "trust-source";
    }

    @Override
    public String summary() {
        return "Believe a source again whose alerts vanished all at once";
    }

    @Override
    public List<String> examples() {
        return List.of("trust-source INC-42");
    }

    @Override
    public Spec spec() {
        return Spec.change(Role.RESPONDER);
    }

    @Override
    public TargetArguments arguments() {
        return new TargetArguments();
    }

    @Override
    public Outcome run(TargetArguments arguments, Invocation invocation) {
        return switch (desk.find(arguments.id, invocation)) {
            case Found.Not(var outcome) -> outcome;
            case Found.It(var incident) -> change(incident, invocation);
        };
    }

    private Outcome change(StoredIncident incident, Invocation invocation) {
        return desk.change(
                invocation,
                incident.id(),
                new Change.Lift(Badge.Kind.SOURCE_UNSURE, Actor.of(invocation.caller())),
                after ->
                        Text.of(
                                "The source of "
                                        + after.id()
                                        + " is trusted: what it no longer holds may be presumed gone from the next poll on."));
    }
}
