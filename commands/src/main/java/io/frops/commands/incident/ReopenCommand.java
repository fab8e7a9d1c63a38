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

/// Opens a resolved incident again.
final class ReopenCommand implements SlashCommand<TargetArguments> {
    private final Desk desk;

    ReopenCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "reopen";
    }

    @Override
    public String summary() {
        return "Open a resolved incident again";
    }

    @Override
    public List<String> examples() {
        return List.of("reopen INC-42");
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
                new Change.Reopen(invocation.caller()),
                after ->
                        Text.of(
                                        after.id()
                                                + " is open again: nobody has acknowledged it and escalation starts anew. Take it: ")
                                .code("/frops ack " + after.id()));
    }
}
