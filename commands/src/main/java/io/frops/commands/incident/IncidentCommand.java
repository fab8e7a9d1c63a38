package io.frops.commands.incident;

import io.frops.core.access.Role;
import io.frops.core.chat.Block;
import io.frops.core.chat.Control;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Message;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Reply;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.incident.StoredIncident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Shows one incident: what its card shows, and its timeline.
final class IncidentCommand implements SlashCommand<TargetArguments> {
    private final Desk desk;

    IncidentCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "incident";
    }

    @Override
    public String summary() {
        return "Show one incident with its timeline";
    }

    @Override
    public List<String> examples() {
        return List.of("incident INC-42");
    }

    @Override
    public Spec spec() {
        return Spec.read(Role.VIEWER);
    }

    @Override
    public TargetArguments arguments() {
        return new TargetArguments();
    }

    @Override
    public Outcome run(TargetArguments arguments, Invocation invocation) {
        return switch (desk.look(arguments.id, invocation)) {
            case Found.Not(var outcome) -> outcome;
            case Found.It(var incident) ->
                    new Outcome.Done(reply(desk.incidents().store().whole(incident)));
        };
    }

    private Reply reply(StoredIncident incident) {
        Instant now = desk.clock().instant();
        List<Block> blocks = new ArrayList<>(IncidentCard.detail(incident, now, desk.context()));
        blocks.add(Block.Section.of(Timeline.of(incident)));
        blocks.add(
                new Block.Actions(
                        List.of(Control.Button.plain("why", "Why?", "why " + incident.id()))));
        Message card = IncidentCard.of(incident, now, desk.context());
        return Reply.toCaller(new Message(card.text(), card.colour(), blocks))
                .with(IncidentData.of(incident.state()));
    }
}
