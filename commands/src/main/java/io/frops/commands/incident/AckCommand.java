package io.frops.commands.incident;

import io.frops.commands.say.Times;
import io.frops.core.access.Role;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.chat.Text;
import io.frops.core.incident.Change;
import io.frops.core.incident.Incident;
import io.frops.core.incident.Phase;
import io.frops.core.incident.Phase.Ack;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes an incident.
final class AckCommand implements SlashCommand<TargetArguments> {
    private final Desk desk;

    AckCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "ack";
    }

    @Override
    public String summary() {
        return "Take an incident: tell everybody that you are on it";
    }

    @Override
    public List<String> examples() {
        return List.of("ack INC-42", "ack 42");
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
            case Found.It(var incident) ->
                    desk.change(
                            invocation,
                            incident.id(),
                            new Change.Acknowledge(invocation.caller()),
                            AckCommand::said);
        };
    }

    private static Text said(Incident incident) {
        return switch (incident.phase()) {
            case Phase.Acknowledged(var ack) -> taken(incident, ack);
            case Phase.Mitigated(_, var ack) -> taken(incident, ack);
            case Phase.Open _, Phase.Resolved _, Phase.Merged _ -> taken(incident, null);
        };
    }

    private static Text taken(Incident incident, @Nullable Ack ack) {
        if (ack == null) {
            return Text.of(incident.id() + " is " + incident.phase().word() + ".");
        }
        String after = Times.words(Duration.between(incident.ladder().since(), ack.at()));
        return Text.of("You acknowledged " + incident.id() + " at ")
                .time(ack.at())
                .plain(", after " + after + ". Next: ")
                .code("/frops health " + incident.subject().service());
    }
}
