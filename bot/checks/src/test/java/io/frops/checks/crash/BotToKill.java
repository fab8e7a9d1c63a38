package io.frops.checks.crash;

import io.frops.app.cli.Terminal;
import io.frops.app.observe.Logging;
import io.frops.app.settings.Settings;
import io.frops.app.settings.SettingsFile;
import io.frops.app.wiring.Bot;
import io.frops.app.wiring.Cadence;
import io.frops.app.wiring.Host;
import io.frops.checks.world.PushedClock;
import io.frops.config.Outcome;
import io.frops.core.access.CommandId;
import io.frops.core.access.PersonId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;

/// The main program of a process that is there to be killed: the bot with its embedded store, a
/// clock that is pushed, and a fuse at each arrow. Told what to do by lines on its input; answers
/// with lines that begin with `@`. Ends when its input does.
final class BotToKill {
    private static final Cadence QUICK =
            new Cadence(
                    Duration.ofMillis(20),
                    Duration.ofMillis(300),
                    Duration.ofMillis(30),
                    Duration.ofSeconds(30));

    private final PushedClock clock = new PushedClock();
    private final Fuse fuse = new Fuse(BotToKill::say);
    private final Bot bot;

    private BotToKill(Path settings) {
        bot = new Bot(load(settings), new Host(clock, new SecureRandom(), QUICK).telling(fuse));
    }

    /// @param args the settings, how far the clock is ahead, and where to end, if anywhere
    public static void main(String[] args) throws IOException {
        Logging.to(System.err, "frops", "INFO");
        BotToKill here = new BotToKill(Path.of(args[0]));
        here.clock.push(Duration.parse(args[1]));
        if (args.length > 2) {
            here.fuse.arm(args[2]);
        }
        here.bot.start();
        say("store " + here.bot.embeddedUri().orElseThrow());
        say("ready " + here.bot.port());
        here.listen();
        Runtime.getRuntime().halt(0);
    }

    private static Settings load(Path file) {
        return switch (SettingsFile.load(file, Map.of())) {
            case Outcome.Loaded<Settings>(var settings, _) -> settings;
            case Outcome.Broken<Settings>(var mistakes) ->
                    throw new IllegalStateException(mistakes.toString());
        };
    }

    private void listen() throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(Terminal.ofProcess().in(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "push" -> clock.push(Duration.parse(words[1]));
                case "arm" -> fuse.arm(words[1]);
                case "token" -> say("token " + token(words[1]));
                case String other -> throw new IllegalArgumentException(other);
            }
            say("done");
        }
    }

    private String token(String person) {
        return bot.tokenFor(new PersonId(person), new CommandId("token-of-" + person));
    }

    private static void say(String line) {
        synchronized (System.out) {
            System.out.println("@" + line);
            System.out.flush();
        }
    }
}
