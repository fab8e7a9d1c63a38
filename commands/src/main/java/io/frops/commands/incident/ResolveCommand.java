package io.frops.commands.incident;

import io.frops.core.access.Role;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.chat.Text;
import io.frops.core.incident.Change;
import io.frops.core.incident.StoredIncident;
import java.util.List;

/// Ends an incident.
final class ResolveCommand implements SlashCommand<TargetArguments> {
    private final Desk desk;

    ResolveCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "resolve";
    }

    @Override
    public String summary() {
        return "End an incident; asks first while alerts still fire";
    }

    @Override
    public List<String> examples() {
        return List.of("resolve INC-42");
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
            case Found.It(var incident) -> change(incident, arguments.assume, invocation);
        };
    }

    private Outcome change(StoredIncident incident, String assume, Invocation invocation) {
        Change.Resolve.Seen seen =
                Assumed.read(assume)
                        .map(a -> new Change.Resolve.Seen(a.phase(), a.firing()))
                        .orElse(null);
        return desk.change(
                invocation,
                incident.id(),
                new Change.Resolve(invocation.caller(), invocation.confirmed(), seen),
                after ->
                        Text.of("You resolved " + after.id() + ". Should it come back: ")
                                .code("/frops reopen " + after.id()));
    }
}
