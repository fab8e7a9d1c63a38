package io.frops.commands.incident;

import static io.frops.commands.say.Say.actor;

import io.frops.commands.say.Counts;
import io.frops.commands.say.Times;
import io.frops.core.chat.Field;
import io.frops.core.chat.Text;
import io.frops.core.incident.EscalationPolicy.Page;
import io.frops.core.incident.Incident;
import io.frops.core.incident.Phase;
import io.frops.core.incident.Phase.Ack;
import io.frops.core.oncall.Person;
import io.frops.core.platform.Services;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A card's fields, two by two. Pure.
final class CardFields {
    private static final int LONGEST = 200;

    private final Incident incident;
    private final Instant now;
    private final CardContext context;

    CardFields(Incident incident, Instant now, CardContext context) {
        this.incident = incident;
        this.now = now;
        this.context = context;
    }

    List<Field> all() {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("Severity", severity()));
        fields.add(new Field("Status", status()));
        if (!incident.subject().service().equals(Services.NONE)) {
            fields.add(new Field("Service", service()));
        }
        fields.add(new Field("Alerts", alerts()));
        fields.add(new Field("Since", Text.EMPTY.moment(incident.subject().since())));
        fields.add(new Field("Response target", target()));
        if (incident.ladder().level() > 1) {
            fields.add(new Field("Escalated", escalated()));
        }
        Text page = nextPage();
        if (!page.isEmpty()) {
            fields.add(new Field("Next page", page));
        }
        return fields;
    }

    private Text severity() {
        return Text.EMPTY
                .emoji(Looks.emoji(incident.severity()))
                .plain(" ")
                .strong(incident.severity().name())
                .plain(" " + incident.severity().word());
    }

    private Text status() {
        return switch (incident.phase()) {
            case Phase.Open _ -> Text.bold("Open").plain(": nobody has acknowledged");
            case Phase.Acknowledged(var ack) ->
                    Text.bold("Acknowledged").plain(" by ").then(by(ack));
            case Phase.Mitigated(var at, var ack) ->
                    Text.bold("Mitigated")
                            .plain(" at ")
                            .time(at)
                            .then(ack == null ? Text.EMPTY : Text.of(", taken by ").then(by(ack)));
            case Phase.Resolved(var who, var at, _) ->
                    Text.bold("Resolved").plain(" by ").then(actor(who)).plain(" at ").time(at);
            case Phase.Merged(var target, var who, _) ->
                    Text.bold("Merged").plain(" into " + target + " by ").then(actor(who));
        };
    }

    private static Text by(Ack ack) {
        return actor(ack.by()).plain(" at ").time(ack.at());
    }

    private Text service() {
        String name = incident.subject().service();
        String owner = context.services().find(name).map(s -> s.owner()).orElse("");
        return Text.of(Counts.clipped(owner.isBlank() ? name : name + " (" + owner + ")", LONGEST));
    }

    private Text alerts() {
        if (incident.alerts().isEmpty() && incident.duplicates().isEmpty()) {
            return Text.of("none");
        }
        long presumed = incident.alerts().presumedCount();
        String cleared = incident.alerts().clearedCount() + " cleared";
        return Text.of(
                incident.firing()
                        + " firing, "
                        + cleared
                        + (presumed == 0 ? "" : " (" + presumed + " presumed gone)"));
    }

    private Text target() {
        Instant deadline =
                context.rules().targets().deadline(incident.severity(), incident.ladder().since());
        return switch (incident.phase()) {
            case Phase.Open _ -> waiting(deadline);
            case Phase.Acknowledged(var ack) -> kept(ack, deadline);
            case Phase.Mitigated(_, var ack) -> kept(ack, deadline);
            case Phase.Resolved _, Phase.Merged _ -> Text.of(within());
        };
    }

    private Text waiting(Instant deadline) {
        boolean missed = incident.ladder().targetMissed() || deadline.isBefore(now);
        return missed
                ? Text.bold("missed").plain(": was " + within() + ", by ").moment(deadline)
                : Text.of(within() + ", by ").moment(deadline);
    }

    private Text kept(@Nullable Ack ack, Instant deadline) {
        if (ack == null) {
            return Text.of(within() + ": nobody acknowledged");
        }
        String took = Times.words(Duration.between(incident.ladder().since(), ack.at()));
        return ack.at().isAfter(deadline)
                ? Text.of("missed: acknowledged after " + took + " (computed)")
                : Text.of("met: acknowledged after " + took + " (computed)");
    }

    private String within() {
        Duration within = context.rules().targets().within().get(incident.severity());
        return within == null ? "next business day" : "within " + Times.words(within);
    }

    private Text escalated() {
        var ladder = incident.ladder();
        return Text.of("level " + ladder.level() + who(ladder.level()) + " by ")
                .then(actor(ladder.by()))
                .plain(" at ")
                .time(ladder.at());
    }

    /// Who would be paged now, and the pages still to come, for levels that nobody has called yet;
    /// empty when there are none.
    private Text nextPage() {
        var escalation = context.rules().escalation();
        List<Text> pages = new ArrayList<>();
        escalation
                .current(incident, now)
                .filter(this::uncalled)
                .ifPresent(p -> pages.add(Text.of("now: " + level(p))));
        escalation.pages(incident).stream()
                .filter(p -> p.at().isAfter(now) && uncalled(p))
                .forEach(p -> pages.add(Text.of(level(p) + " at ").then(at(p.at()))));
        Text text = Text.EMPTY;
        for (Text page : pages) {
            text = (text.isEmpty() ? text : text.plain(", then ")).then(page);
        }
        return text.isEmpty() ? text : text.plain(" (computed; nothing is sent yet)");
    }

    private boolean uncalled(Page page) {
        int level = incident.ladder().level();
        return page.level() > level || level == 1;
    }

    private String level(Page page) {
        return "level " + page.level() + who(page.level());
    }

    private Text at(Instant page) {
        boolean today = page.isBefore(now.plus(Duration.ofHours(12)));
        return today ? Text.EMPTY.time(page) : Text.EMPTY.moment(page);
    }

    private String who(int level) {
        List<Person> people = context.people().atLevel(level);
        return people.isEmpty()
                ? " (nobody: set people: in frops.yaml)"
                : people.stream().map(Person::name).collect(Collectors.joining(", ", " (", ")"));
    }
}
