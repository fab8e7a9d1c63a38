package io.frops.commands.incident;

import static io.frops.commands.say.Say.actor;

import io.frops.commands.say.Counts;
import io.frops.commands.say.Times;
import io.frops.core.chat.Block;
import io.frops.core.chat.Control;
import io.frops.core.chat.Text;
import io.frops.core.incident.Incident;
import io.frops.core.incident.Origin;
import io.frops.core.incident.Phase;
import io.frops.core.incident.StoredIncident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The explanation for people: verdict, steps, and what today's configuration makes of it. Pure.
///
/// @param steps all of them, in order of time
/// @param today what is computed, not recorded
/// @param page from 1
record WhyView(StoredIncident stored, List<WhyStep> steps, List<Text> today, int page) {
    /// So many fit one message, whatever people and sources wrote.
    private static final int A_PAGE = 12;

    WhyView {
        steps = List.copyOf(steps);
        today = List.copyOf(today);
    }

    int pages() {
        return Math.max(1, (steps.size() + A_PAGE - 1) / A_PAGE);
    }

    Text verdict() {
        Incident incident = stored.state();
        return Text.bold(incident.id() + " " + incident.severity())
                .plain(" ")
                .then(state(incident.phase()))
                .plain(" · opened by ")
                .then(opener(incident))
                .plain(" at ")
                .moment(incident.subject().openedAt())
                .plain(" · " + Counts.of(steps.size(), "step"));
    }

    private static Text state(Phase phase) {
        return switch (phase) {
            case Phase.Open _ -> Text.of("is open, taken by nobody");
            case Phase.Acknowledged(var ack) ->
                    Text.of("is acknowledged by ").then(actor(ack.by()));
            case Phase.Mitigated _ -> Text.of("is mitigated");
            case Phase.Resolved(var by, _, _) -> Text.of("was resolved by ").then(actor(by));
            case Phase.Merged(var target, _, _) ->
                    Text.of("is merged into " + target + ", which ")
                            .code("/frops why " + target)
                            .plain(" explains");
        };
    }

    private static Text opener(Incident incident) {
        return switch (incident.origin()) {
            case Origin.Alerting(var source, _, _) -> Text.of("alerts of " + source);
            case Origin.Declared(var by) -> Text.EMPTY.mention(by);
            case Origin.Heartbeat(var source) -> Text.of("the missing heartbeat of " + source);
        };
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        int from = (page - 1) * A_PAGE;
        int to = Math.min(from + A_PAGE, steps.size());
        if (stored.firstSeq() > 1 && page == 1) {
            blocks.add(
                    new Block.Context(
                            Text.of("The first " + (stored.firstSeq() - 1) + " events are in the")
                                    .plain(" history and are not explained here.")));
        }
        for (int i = from; i < to; i++) {
            blocks.add(Block.Section.of(step(i)));
        }
        if (page == pages()) {
            blocks.add(Block.Section.of(computed()));
        }
        if (pages() > 1) {
            blocks.add(
                    new Block.Context(
                            Text.of(
                                    "Steps "
                                            + (from + 1)
                                            + " to "
                                            + to
                                            + " of "
                                            + steps.size()
                                            + ".")));
            blocks.add(new Block.Actions(turning()));
        }
        return blocks;
    }

    private Text step(int index) {
        WhyStep step = steps.get(index);
        return Text.bold((index + 1) + ".")
                .plain(" ")
                .moment(step.at())
                .plain(" (" + relative(step.at()) + ") ")
                .then(step.text());
    }

    private String relative(Instant at) {
        Duration since = Duration.between(stored.state().subject().openedAt(), at);
        return since.isNegative() || since.toMinutes() < 1
                ? "at the start"
                : Times.words(since) + " later";
    }

    private Text computed() {
        Text text = Text.bold("By today's configuration").plain(" (computed, not recorded)");
        for (Text line : today) {
            text = text.line().plain("• ").then(line);
        }
        return text;
    }

    private List<Control> turning() {
        List<Control> buttons = new ArrayList<>();
        if (page > 1) {
            buttons.add(turn("why-earlier", "Earlier steps", page - 1));
        }
        if (page < pages()) {
            buttons.add(turn("why-later", "Later steps", page + 1));
        }
        return buttons;
    }

    private Control turn(String action, String label, int to) {
        return Control.Button.plain(action, label, "why " + stored.id() + " --page=" + to);
    }
}
