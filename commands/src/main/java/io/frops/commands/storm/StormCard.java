package io.frops.commands.storm;

import io.frops.commands.incident.Looks;
import io.frops.commands.say.Counts;
import io.frops.commands.say.Times;
import io.frops.core.chat.Block;
import io.frops.core.chat.Choice;
import io.frops.core.chat.Colour;
import io.frops.core.chat.Control;
import io.frops.core.chat.Field;
import io.frops.core.chat.Message;
import io.frops.core.chat.Text;
import io.frops.core.incident.Severity;
import io.frops.core.notify.Storm;
import io.frops.core.notify.StormMember;
import io.frops.core.notify.StormMember.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The one message that stands for a storm's incidents. Pure.
public final class StormCard {
    private static final int LONGEST_SERVICE = 40;
    private static final int LONGEST_SUMMARY = 110;
    private static final int LONGEST_CHOICE = 75;

    private final Storm storm;
    private final List<StormMember> active;

    private StormCard(Storm storm) {
        this.storm = storm;
        this.active = storm.active();
    }

    public static Message of(Storm storm) {
        return new StormCard(storm).message();
    }

    private Message message() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Header((storm.over() ? "🌤️ " : "🌪️ ") + verdict()));
        blocks.add(new Block.Fields(fields()));
        if (!active.isEmpty()) {
            blocks.add(Block.Section.of(worst()));
            blocks.add(new Block.Actions(controls()));
        }
        blocks.add(new Block.Context(advice()));
        return new Message(verdict() + sentence(), colour(), blocks);
    }

    /// `Storm: 412 new incidents, 380 still open`.
    private String verdict() {
        String all = Counts.of(storm.total(), storm.over() ? "incident" : "new incident");
        String open = active.isEmpty() ? "none still open" : active.size() + " still open";
        return (storm.over() ? "Storm over: " : "Storm: ") + all + ", " + open;
    }

    private String sentence() {
        return active.isEmpty()
                ? ""
                : ". Worst: " + active.getFirst().id() + " " + active.getFirst().severity();
    }

    private Colour colour() {
        return active.isEmpty() ? Colour.RESOLVED : Looks.colour(active.getFirst().severity());
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("Still open by severity", Text.of(bySeverity())));
        fields.add(new Field("By state", Text.of(byStage())));
        fields.add(new Field("Began", Text.EMPTY.moment(storm.began())));
        storm.end()
                .ifPresentOrElse(
                        end -> fields.add(new Field("Over", over(end))),
                        () -> fields.add(new Field("Last burst", Text.EMPTY.moment(storm.busy()))));
        return fields;
    }

    private Text over(Instant end) {
        String after = Times.words(Duration.between(storm.began(), end));
        return Text.EMPTY.moment(end).plain(", after " + after);
    }

    private String bySeverity() {
        List<String> counts =
                Stream.of(Severity.values())
                        .filter(s -> in(s) > 0)
                        .map(s -> s + " " + in(s))
                        .toList();
        return counts.isEmpty() ? "none" : String.join(" · ", counts);
    }

    private long in(Severity severity) {
        return active.stream().filter(m -> m.severity() == severity).count();
    }

    private String byStage() {
        return Stream.of(Stage.values())
                .filter(s -> storm.in(s) > 0)
                .map(s -> storm.in(s) + " " + s.word())
                .reduce((a, b) -> a + " · " + b)
                .orElse("none");
    }

    private Text worst() {
        Text text =
                Text.bold(
                        active.size() > Storm.NAMED
                                ? "The " + Storm.NAMED + " worst of " + active.size()
                                : "Still open");
        for (StormMember member : named()) {
            text = text.line().then(line(member));
        }
        return text;
    }

    private List<StormMember> named() {
        return active.stream().limit(Storm.NAMED).toList();
    }

    private static Text line(StormMember member) {
        return Text.EMPTY
                .emoji(Looks.emoji(member.severity()))
                .plain(" ")
                .strong(member.id().toString())
                .plain(" " + member.severity() + " " + member.stage().word())
                .plain(" · " + Counts.line(member.service(), LONGEST_SERVICE))
                .plain(" · " + Counts.line(member.summary(), LONGEST_SUMMARY))
                .plain(member.own() ? " · has its own card" : "");
    }

    private List<Control> controls() {
        List<Control> controls = new ArrayList<>();
        List<Choice> choices =
                active.stream()
                        .filter(m -> !m.own())
                        .limit(Storm.NAMED)
                        .map(StormCard::choice)
                        .toList();
        if (!choices.isEmpty()) {
            controls.add(new Control.Menu("card", "Open the card of…", choices, null));
        }
        controls.add(Control.Button.plain("incidents", "List open incidents", "incidents"));
        return controls;
    }

    private static Choice choice(StormMember member) {
        String label =
                member.id()
                        + " "
                        + member.severity()
                        + " "
                        + member.service()
                        + ": "
                        + member.summary();
        return new Choice(Counts.line(label, LONGEST_CHOICE), "card " + member.id());
    }

    private Text advice() {
        Text list = storm.total() > Storm.NAMED ? listing() : Text.EMPTY;
        if (active.isEmpty()) {
            return list.plain("Nothing is left to do here.");
        }
        return storm.over() ? list.then(rest()) : list.then(meanwhile());
    }

    private Text listing() {
        return switch (storm.listing()) {
            case TO_COME -> Text.of("A list of all follows in the thread. ");
            case THERE -> Text.of("All of them are listed in the thread. ");
            case REFUSED ->
                    Text.of("Slack did not take the list of all; see ")
                            .code("/frops incidents")
                            .plain(". ");
        };
    }

    private Text meanwhile() {
        String id = active.getFirst().id().toString();
        return Text.of("More than " + Storm.MOST)
                .plain(" came in a minute, so this card stands for all. Take one: ")
                .code("/frops ack " + id)
                .plain(", give one a card of its own: ")
                .code("/frops card " + id)
                .plain(".");
    }

    private Text rest() {
        return active.stream()
                .filter(m -> !m.own())
                .findFirst()
                .map(m ->
                        Text.of("The worst got cards of their own, the rest get one on demand: ")
                                .code("/frops card " + m.id())
                                .plain("."))
                .orElseGet(() -> Text.of("Each has a card of its own."));
    }
}
