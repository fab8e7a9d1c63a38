package io.frops.integrations.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.Make;
import io.frops.core.incident.StoredIncident;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A killed process loses nothing that it confirmed, and leaves nothing half-written.
class CrashTest {
    private static final int ROUNDS = 3;
    private static final int PER_ROUND = 100_000;

    @TempDir Path folder;

    @Test
    void what_was_confirmed_before_a_kill_is_there_after_it() throws Exception {
        Path file = folder.resolve("state.mv.db");
        Random random = new Random(20260310);
        Map<Integer, Integer> confirmed = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            int before = confirmed.size();
            killed(file, 1 + round * PER_ROUND, 20 + random.nextInt(300), confirmed);
            assertThat(confirmed.size()).as("the writer got somewhere").isGreaterThan(before);
            try (MongoState state = MongoState.embedded(file, Duration.ofSeconds(30))) {
                verify(state.incidents(), confirmed);
            }
        }
    }

    /// Starts a writer and kills it after so many confirmations; those that were on their way then
    /// count too.
    private static void killed(
            Path file, int first, int confirmations, Map<Integer, Integer> confirmed)
            throws Exception {
        Process writer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Writer.class.getName(),
                                file.toString(),
                                String.valueOf(first))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader lines = writer.inputReader()) {
            int seen = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (note(line, confirmed) && ++seen == confirmations) {
                    writer.destroyForcibly();
                }
            }
        } catch (IOException _) {
            // The pipe may break with its writer.
        } finally {
            writer.destroyForcibly();
        }
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(writer.exitValue()).as("it was killed and did not end").isNotZero();
    }

    /// A line cut short by the kill confirms nothing; nor does what a log says.
    private static boolean note(String line, Map<Integer, Integer> confirmed) {
        if (!line.matches("[0-9]+ [12]")) {
            return false;
        }
        String[] words = line.split(" ", 2);
        confirmed.merge(Integer.valueOf(words[0]), Integer.valueOf(words[1]), Math::max);
        return true;
    }

    private static void verify(IncidentStore store, Map<Integer, Integer> confirmed) {
        confirmed.forEach((number, version) ->
                assertThat(store.find(new IncidentId(number)))
                        .as("INC-%d, confirmed in version %d", number, version)
                        .get()
                        .extracting(StoredIncident::version)
                        .matches(v -> v >= version));
        for (StoredIncident incident : store.current()) {
            // Every index knows what the collection holds, and it can be changed further.
            assertThat(store.find(incident.id())).contains(incident);
            assertThat(store.current(incident.state().group())).contains(incident);
            assertThat(incident.events()).hasSize((int) incident.version() + 1);
        }
        StoredIncident any = store.current().getFirst();
        StoredIncident next = Make.note(any, "after the crash");
        assertThat(store.replace(next)).isTrue();
    }
}
