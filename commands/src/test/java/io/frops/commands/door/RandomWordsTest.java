package io.frops.commands.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.commands.World;
import io.frops.core.access.CommandId;
import io.frops.core.access.PersonId;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Place;
import io.frops.core.incident.Evolution;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever is said, in any order, has a written answer.
class RandomWordsTest {
    private static final List<String> WORDS =
            List.of(
                    "INC-1",
                    "INC-2",
                    "2",
                    "INC-999",
                    "SEV1",
                    "sev4",
                    "--yes",
                    "--",
                    "--assume=open/SEV2/1",
                    "--assume=x",
                    "--reason=because",
                    "--for=1h",
                    "--for=",
                    "--of=INC-1",
                    "--text=text",
                    "--service=backend",
                    "list",
                    "revoke",
                    "backend",
                    "@/etc/passwd",
                    "$(reboot)",
                    ";",
                    "--flag",
                    "-",
                    "\"",
                    "'",
                    "",
                    " ",
                    "\n",
                    "🦄",
                    "\u202E",
                    "<!channel>",
                    "${env:HOME}",
                    "%s");

    private static final int LINES = 1500;
    private final World world = new World();

    @Test
    void nothing_said_is_our_mistake_and_no_state_breaks() {
        Random random = new Random(7);
        IncidentId one = world.fire(Severity.SEV2, "a", "f1");
        IncidentId two = world.fire(Severity.SEV3, "b", "f2");
        for (int i = 0; i < LINES; i++) {
            List<String> words = line(random);
            Outcome outcome = say(i, World.ANA, words, random.nextBoolean());
            assertThat(outcome).as("%s", words).isNotInstanceOf(Outcome.Failed.class);
        }
        for (IncidentId id : List.of(one, two)) {
            var stored = world.stored(id);
            assertThat(Evolution.replay(stored.events())).isEqualTo(stored.state());
        }
    }

    @Test
    void whatever_a_viewer_says_changes_nothing() {
        Random random = new Random(8);
        IncidentId id = world.fire(Severity.SEV2, "a", "f1");
        for (int i = 0; i < LINES; i++) {
            say(i, World.VIC, line(random), random.nextBoolean());
        }
        assertThat(world.stored(id).version()).isEqualTo(1);
        assertThat(world.store.current()).hasSize(1);
        assertThat(world.source.silences).isEmpty();
    }

    private Outcome say(int i, PersonId who, List<String> words, boolean form) {
        return world.registry()
                .handle(
                        new Invocation(
                                new CommandId("random-" + i),
                                who,
                                new Place.Channel(World.INCIDENTS, null),
                                words,
                                false,
                                form,
                                () -> false));
    }

    private static List<String> line(Random random) {
        List<String> names =
                List.of(
                        "ack",
                        "resolve",
                        "reopen",
                        "mitigate",
                        "severity",
                        "escalate",
                        "note",
                        "silence",
                        "unsilence",
                        "duplicate",
                        "trust-source",
                        "declare",
                        "incident",
                        "incidents",
                        "token",
                        "help",
                        "hello",
                        "whoami",
                        "/frops",
                        "ACK",
                        "x",
                        "");
        List<String> words = new ArrayList<>();
        words.add(pick(names, random));
        int more = random.nextInt(5);
        for (int i = 0; i < more; i++) {
            words.add(pick(WORDS, random));
        }
        return words;
    }

    private static String pick(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
