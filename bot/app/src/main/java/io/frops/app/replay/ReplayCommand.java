package io.frops.app.replay;

import io.frops.app.cli.Exit;
import io.frops.app.cli.Section;
import io.frops.app.cli.Subcommand;
import io.frops.app.cli.Terminal;
import io.frops.app.observe.Logging;
import io.frops.app.settings.Settings;
import io.frops.app.settings.SettingsFile;
import io.frops.config.Outcome;
import io.frops.core.access.PersonId;
import io.frops.core.chat.PlainText;
import io.frops.core.chat.Text;
import io.frops.core.failure.IntegrationException;
import io.frops.integrations.mongo.MongoReading;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// `frops replay`: what a changed configuration would have made of the last weeks. Reads the bot's
/// store, and calls and changes nothing.
public final class ReplayCommand implements Subcommand {
    /// Incidents before the period matter when one of it could have joined them.
    private static final Duration BEFORE = Duration.ofDays(1);

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String summary() {
        return "Try a changed configuration on what happened: what would differ";
    }

    @Override
    public String usage() {
        return """
        Usage: ./frops replay --config NEW.yaml [--against FILE] [--last 30d] [--json]

        Folds the stored incidents through a changed configuration (services and aliases, severity,
        routing, response targets, escalation, people, quiet and reopen times, heartbeat matchers) and
        says which incidents, severities, channels and calls would differ. It reads the bot's store,
        the one that NEW.yaml or the environment names, and changes and calls nothing else.

          --config FILE    the changed settings
          --against FILE   the settings the bot ran with (default: $FROPS_CONFIG, else config/frops.yaml)
          --last TIME      incidents opened in this time, such as 30d or 12h (default 30d)
          --json           the same as JSON

        Exits with 0 whether or not something would differ, 1 when the store cannot be read (stop a bot
        that runs on an embedded store first), 2 on wrong usage, 78 when a file has mistakes.

        Example: ./frops replay --config new.yaml --last 7d
        """;
    }

    @Override
    public Section section() {
        return Section.RUN;
    }

    @Override
    public Exit run(List<String> arguments, Terminal terminal) {
        Optional<ReplayOptions> options = ReplayOptions.of(arguments, terminal.environment());
        if (options.isEmpty()) {
            terminal.err().println(usage().strip());
            return Exit.USAGE;
        }
        Optional<Settings> changed = load(options.get().config(), terminal);
        Optional<Settings> running =
                options.get().against().equals(options.get().config())
                        ? changed
                        : load(options.get().against(), terminal);
        return changed.isEmpty() || running.isEmpty()
                ? Exit.BAD_CONFIGURATION
                : replay(changed.get(), running.get(), options.get(), terminal);
    }

    /// @return empty when it has mistakes, which are printed then
    private static Optional<Settings> load(Path file, Terminal terminal) {
        return switch (SettingsFile.load(file, terminal.environment())) {
            case Outcome.Broken<Settings>(var mistakes) -> {
                mistakes.forEach(m -> terminal.err().println(m.render()));
                yield Optional.empty();
            }
            case Outcome.Loaded<Settings>(var settings, var warnings) -> {
                warnings.forEach(m -> terminal.err().println(m.render()));
                yield Optional.of(settings);
            }
        };
    }

    private static Exit replay(
            Settings changed, Settings running, ReplayOptions options, Terminal terminal) {
        // What libraries log would stand between the lines.
        Logging.to(OutputStream.nullOutputStream(), changed.logging().service(), "error");
        Instant until = terminal.clock().instant();
        Instant from = until.minus(options.last());
        Function<Instant, String> moments =
                at -> new PlainText(changed.timeZone(), PersonId::value).of(Text.EMPTY.moment(at));
        try {
            MongoReading.Read read =
                    stored(changed, from.minus(BEFORE).minus(changed.rules().reopenWithin()));
            Comparison comparison =
                    Comparison.of(
                            read.incidents(),
                            Setup.of(changed),
                            Setup.of(running),
                            from,
                            until,
                            moments);
            ReplayReport report =
                    new ReplayReport(
                            comparison, read.readOnly(), Periods.words(options.last()), moments);
            terminal.out().print(options.json() ? report.json() : report.text());
            return Exit.DONE;
        } catch (IntegrationException e) {
            terminal.err().println("frops: " + e.safeMessage());
            return Exit.FAILED;
        }
    }

    private static MongoReading.Read stored(Settings settings, Instant from) {
        try (MongoReading reading = MongoReading.open(settings.state())) {
            return reading.since(from);
        }
    }
}
