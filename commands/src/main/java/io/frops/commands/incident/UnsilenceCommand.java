package io.frops.commands.incident;

import io.frops.core.access.Role;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import java.util.List;

/// Ends the silence of an incident.
final class UnsilenceCommand implements SlashCommand<TargetArguments> {
    private final Desk desk;
    private final Silencing silencing;

    UnsilenceCommand(Desk desk, Silencing silencing) {
        this.desk = desk;
        this.silencing = silencing;
    }

    @Override
    public String name() {
        return "unsilence";
    }

    @Override
    public String summary() {
        return "End the silence of an incident before its time";
    }

    @Override
    public List<String> examples() {
        return List.of("unsilence INC-42");
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
            case Found.It(var incident) -> silencing.unsilence(incident, invocation);
        };
    }
}
