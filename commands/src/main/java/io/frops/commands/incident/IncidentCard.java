package io.frops.commands.incident;

import static io.frops.commands.say.Say.actor;

import io.frops.commands.say.Counts;
import io.frops.commands.say.Times;
import io.frops.core.chat.Block;
import io.frops.core.chat.Message;
import io.frops.core.chat.Text;
import io.frops.core.incident.Incident;
import io.frops.core.incident.Phase;
import io.frops.core.incident.StoredIncident;
import io.frops.core.incident.TrackedAlert;
import io.frops.core.platform.Services;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The one message that stands for an incident in a channel: at most six blocks. Pure.
public final class IncidentCard {
    private static final int LONGEST_HEADER = 150;
    private static final int LONGEST_SERVICE = 80;
    private static final int LONGEST_DESCRIPTION = 600;

    private final StoredIncident stored;
    private final Incident incident;
    private final Instant now;
    private final CardContext context;

    private IncidentCard(StoredIncident stored, Instant now, CardContext context) {
        this.stored = stored;
        this.incident = stored.state();
        this.now = now;
        this.context = context;
    }

    /// @param now tells what has passed and which page is still to come; moments are shown as such,
    ///   so that a card does not age between two changes
    public static Message of(StoredIncident incident, Instant now, CardContext context) {
        return new IncidentCard(incident, now, context).message();
    }

    /// The card without what can be pressed, for a private look.
    static List<Block> detail(StoredIncident incident, Instant now, CardContext context) {
        IncidentCard card = new IncidentCard(incident, now, context);
        List<Block> blocks = card.about();
        card.end().ifPresent(text -> blocks.add(Block.Section.of(text)));
        return blocks;
    }

    private Message message() {
        List<Block> blocks =
                switch (incident.phase()) {
                    case Phase.Open _, Phase.Acknowledged _, Phase.Mitigated _ -> working();
                    case Phase.Resolved _ -> over();
                    case Phase.Merged _ -> merged();
                };
        return new Message(sentence(), Looks.colour(incident), blocks);
    }

    private List<Block> working() {
        List<Block> blocks = about();
        blocks.add(new CardControls(incident, now).row());
        return blocks;
    }

    private List<Block> over() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(header());
        blocks.add(
                new Block.Section(
                        end().orElse(Text.EMPTY), new CardControls(incident, now).afterwards()));
        return blocks;
    }

    private List<Block> merged() {
        return List.of(Block.Section.of(title(end().orElse(Text.EMPTY))));
    }

    private Text title(Text then) {
        return Text.EMPTY
                .plain(Looks.emoji(incident.phase()) + " ")
                .strong(incident.id().toString())
                .plain(" " + summary() + ": ")
                .then(then);
    }

    private List<Block> about() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(header());
        blocks.add(new Block.Fields(new CardFields(incident, now, context).all()));
        Text more = description();
        Text links = CardLinks.line(CardLinks.of(incident, context));
        if (!links.isEmpty()) {
            more = (more.isEmpty() ? more : more.line()).then(links);
        }
        if (!more.isEmpty()) {
            blocks.add(Block.Section.of(more));
        }
        Text warnings = Warnings.lines(incident, now);
        if (!warnings.isEmpty()) {
            blocks.add(new Block.Context(warnings));
        }
        return blocks;
    }

    private Block.Header header() {
        String text =
                Looks.emoji(incident.phase())
                        + " "
                        + incident.id()
                        + " "
                        + incident.severity()
                        + ": "
                        + summary();
        return new Block.Header(Counts.clipped(text, LONGEST_HEADER));
    }

    private Text description() {
        TrackedAlert leading = incident.alerts().leading();
        String told = leading == null ? "" : leading.annotations().getOrDefault("description", "");
        return told.isBlank() || told.equals(incident.subject().summary())
                ? Text.EMPTY
                : Text.of(Counts.clipped(told.strip(), LONGEST_DESCRIPTION));
    }

    /// How it ended; empty while people work on it.
    private Optional<Text> end() {
        return switch (incident.phase()) {
            case Phase.Resolved(var who, var at, _) -> Optional.of(resolved(actor(who), at));
            case Phase.Merged(var target, var who, var at) ->
                    Optional.of(
                            Text.of("merged into " + target + " by ")
                                    .then(actor(who))
                                    .plain(" at ")
                                    .moment(at)
                                    .plain("; its alerts count there."));
            case Phase.Open _, Phase.Acknowledged _, Phase.Mitigated _ -> Optional.empty();
        };
    }

    private Text resolved(Text who, Instant at) {
        Figures figures = Figures.of(stored);
        String took = figures.toResolve().map(Times::words).orElse("unavailable");
        String taken =
                figures.toAcknowledge()
                        .map(Times::words)
                        .orElse(stored.firstSeq() > 1 ? "unavailable" : "nobody did");
        return Text.EMPTY
                .strong("Resolved")
                .plain(" by ")
                .then(who)
                .plain(" at ")
                .moment(at)
                .plain(" after " + took + (named() ? ". Service " + service() : ""))
                .plain(". Time to acknowledge: " + taken + ", to resolve: " + took)
                .plain(" (computed).");
    }

    private String sentence() {
        List<String> about = new ArrayList<>();
        if (named()) {
            about.add(service());
        }
        if (!incident.alerts().isEmpty()) {
            about.add(Counts.fire(incident.firing()));
        }
        return incident.id()
                + " "
                + incident.severity()
                + " "
                + incident.phase().word()
                + ": "
                + summary()
                + (about.isEmpty() ? "" : " (" + String.join(", ", about) + ")");
    }

    private String summary() {
        return Counts.line(incident.subject().summary(), LONGEST_HEADER);
    }

    private boolean named() {
        return !incident.subject().service().equals(Services.NONE);
    }

    private String service() {
        return Counts.line(incident.subject().service(), LONGEST_SERVICE);
    }
}
