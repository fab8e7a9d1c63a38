package io.frops.commands.incident;

import io.frops.core.chat.Text;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import io.frops.core.notify.CardRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where an incident is shown and since when, as its rows say. Pure.
final class WhyCards {
    private static final int NANO_DIGITS = 9;

    private WhyCards() {}

    static List<WhyStep> of(StoredIncident incident, List<CardRow> rows, Instant now) {
        List<WhyStep> steps = new ArrayList<>();
        for (CardRow row : rows) {
            Optional<Instant> posted = posted(row);
            Text where = Text.EMPTY.code(row.channel().value());
            steps.add(
                    posted.isPresent()
                            ? new WhyStep(
                                    posted.get(),
                                    Text.of("Card posted in ")
                                            .then(where)
                                            .plain(shows(incident, row)))
                            : new WhyStep(
                                    now,
                                    Text.of("Its card for ")
                                            .then(where)
                                            .plain(
                                                    " is not posted yet, or Slack has not said so.")));
        }
        return steps;
    }

    private static String shows(StoredIncident incident, CardRow row) {
        String card =
                row.shownVersion() >= incident.version()
                        ? ". It is up to date (version " + row.shownVersion() + ")"
                        : ". It shows version "
                                + row.shownVersion()
                                + " of "
                                + incident.version()
                                + " and lags";
        return card
                + "; the thread tells events up to "
                + row.threaded()
                + " of "
                + incident.lastSeq()
                + ".";
    }

    /// How severe it was when its first card was posted; absent without a card or its events.
    static @Nullable Severity severity(StoredIncident incident, List<CardRow> rows) {
        Instant posted =
                rows.stream().flatMap(r -> posted(r).stream()).min(Instant::compareTo).orElse(null);
        if (posted == null || incident.firstSeq() > 1) {
            return null;
        }
        Severity severity = null;
        for (IncidentEvent event : incident.events()) {
            if (severity == null || !event.at().isAfter(posted)) {
                severity = after(event, severity);
            }
        }
        return severity;
    }

    private static @Nullable Severity after(IncidentEvent event, @Nullable Severity before) {
        return switch (event) {
            case IncidentEvent.Opened opened -> opened.severity();
            case IncidentEvent.SeverityRaised(_, var to, _, _) -> to;
            case IncidentEvent.SeverityInherited(_, var to, _) -> to;
            case IncidentEvent.SeverityChosen(_, var to, _) -> to;
            case IncidentEvent _ -> before;
        };
    }

    /// A message's time stamp is the time of its post, in seconds.
    private static Optional<Instant> posted(CardRow row) {
        try {
            return Optional.ofNullable(row.ts())
                    .map(BigDecimal::new)
                    .map(s ->
                            Instant.ofEpochSecond(
                                    s.longValue(),
                                    s.remainder(BigDecimal.ONE)
                                            .movePointRight(NANO_DIGITS)
                                            .longValue()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
