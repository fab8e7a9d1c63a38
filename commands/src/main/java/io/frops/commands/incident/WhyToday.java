package io.frops.commands.incident;

import io.frops.commands.say.Counts;
import io.frops.commands.say.Times;
import io.frops.core.chat.Text;
import io.frops.core.incident.Badge;
import io.frops.core.incident.EscalationPolicy.Page;
import io.frops.core.incident.EscalationPolicy.Step;
import io.frops.core.incident.Incident;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentRules;
import io.frops.core.incident.Phase;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import io.frops.core.notify.Routes;
import io.frops.core.oncall.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What no event records and today's configuration makes of it: the route, who is called when, the
/// response target, and what time will do. Pure.
final class WhyToday {
    private final StoredIncident stored;
    private final Incident incident;
    private final CardContext context;
    private final Routes routes;
    private final Instant now;

    WhyToday(StoredIncident stored, CardContext context, Routes routes, Instant now) {
        this.stored = stored;
        this.incident = stored.state();
        this.context = context;
        this.routes = routes;
        this.now = now;
    }

    /// @param posted how severe it was when its card was posted; absent when there is none yet
    List<Text> lines(@Nullable Severity posted) {
        List<Text> lines = new ArrayList<>();
        lines.add(route(posted == null ? incident.severity() : posted));
        if (!(incident.phase() instanceof Phase.Merged)) {
            lines.add(pages());
            lines.add(target());
        }
        lines.add(next());
        return lines;
    }

    private Text route(Severity severity) {
        String service = Counts.line(incident.subject().service(), 60);
        String own = routes.bySeverity().get(severity);
        if (own != null) {
            return Text.of("Channel: " + own + ", because " + severity + " has one of its own.");
        }
        String theirs = routes.byService().get(incident.subject().service());
        Text text =
                theirs != null
                        ? Text.of(
                                        "Channel: "
                                                + theirs
                                                + ", because service "
                                                + service
                                                + " has one")
                                .plain(" of its own and " + severity + " has none.")
                        : Text.of("Channel: " + routes.defaultChannel() + ", the default: neither ")
                                .plain(
                                        severity
                                                + " nor service "
                                                + service
                                                + " has one of its own.");
        return incident.has(Badge.Kind.UNROUTED)
                ? text.plain(" It could not be used; the fallback is " + routes.fallback() + ".")
                : text;
    }

    private Text pages() {
        Instant since = incident.ladder().since();
        Instant taken = openUntil(since);
        Text text = Text.of("Called while nobody acknowledges (nothing is sent yet): ");
        List<Page> pages = ladder(since);
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            text =
                    (i == 0 ? text : text.plain("; "))
                            .plain("level " + page.level() + who(page.level()) + " at ")
                            .moment(page.at())
                            .plain(came(page.at(), taken));
        }
        return pages.isEmpty() ? text.plain("nobody.") : text.plain(".");
    }

    private String came(Instant page, @Nullable Instant taken) {
        if (taken != null && !page.isBefore(taken)) {
            return ", not needed";
        }
        return page.isAfter(now) ? ", to come" : ", its turn came";
    }

    private List<Page> ladder(Instant since) {
        List<Step> steps = context.rules().escalation().steps().get(incident.severity());
        return steps == null
                ? List.of(new Page(1, context.rules().escalation().hours().nextDay(since)))
                : steps.stream().map(s -> new Page(s.level(), since.plus(s.after()))).toList();
    }

    /// When it was taken or over, counted from its last opening; absent while it waits.
    private @Nullable Instant openUntil(Instant since) {
        return stored.events().stream()
                .filter(e -> !e.at().isBefore(since))
                .filter(e ->
                        e instanceof IncidentEvent.Acknowledged
                                || e instanceof IncidentEvent.Mitigated
                                || e instanceof IncidentEvent.Resolved)
                .map(IncidentEvent::at)
                .findFirst()
                .orElse(null);
    }

    private String who(int level) {
        List<Person> people = context.people().atLevel(level);
        return people.isEmpty()
                ? " (nobody is configured)"
                : people.stream().map(Person::name).collect(Collectors.joining(", ", " (", ")"));
    }

    private Text target() {
        Severity severity = incident.severity();
        Duration within = context.rules().targets().within().get(severity);
        Instant deadline = context.rules().targets().deadline(severity, incident.ladder().since());
        Text text =
                Text.of("Response target of " + severity + ": ")
                        .plain(
                                within == null
                                        ? "next business day"
                                        : "within " + Times.words(within))
                        .plain(", by ")
                        .moment(deadline);
        return text.plain(
                incident.ladder().targetMissed()
                        ? ", missed."
                        : incident.phase() instanceof Phase.Open
                                ? deadline.isAfter(now) ? ", not yet passed." : ", passing now."
                                : ".");
    }

    private Text next() {
        IncidentRules rules = context.rules();
        boolean itself =
                rules.resolveByThemselves().contains(incident.severity())
                        && !incident.alerts().isEmpty();
        String quiet = Times.words(rules.resolveAfterQuiet());
        return switch (incident.phase()) {
            case Phase.Open _, Phase.Acknowledged _ ->
                    Text.of("Next: mitigated once nothing fires; then ")
                            .plain(itself ? "it resolves after " + quiet + " of quiet." : person());
            case Phase.Mitigated(var at, _) -> {
                Text held = held();
                yield itself
                        ? Text.of("Next: it resolves by itself at ")
                                .moment(at.plus(rules.resolveAfterQuiet()))
                                .plain(", after " + quiet + " of quiet")
                                .then(held.isEmpty() ? Text.of(".") : held)
                        : Text.of("Next: " + person());
            }
            case Phase.Resolved(_, var at, _) ->
                    Text.of("Next: an alert of its group that fires before ")
                            .moment(at.plus(rules.reopenWithin()))
                            .plain(" reopens it; a later one opens a new incident.");
            case Phase.Merged(var target, _, _) ->
                    Text.of("Next: it closes with " + target + ", which calls people for both.");
        };
    }

    private static String person() {
        return "a person resolves it; this one does not resolve by itself.";
    }

    private Text held() {
        return incident.has(Badge.Kind.SOURCE_UNSURE) || incident.has(Badge.Kind.HEARTBEAT_MISSING)
                ? Text.of("; held back while its source is unsure or its heartbeat is missing.")
                : Text.EMPTY;
    }
}
