package io.frops.integrations.mongo;

import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.Make;
import io.frops.core.incident.StoredIncident;
import io.frops.core.testing.Race;
import java.nio.file.Path;
import java.time.Duration;

/// A process of its own that writes until it is killed, and prints each write once it is confirmed:
/// number and version.
final class Writer {
    static final int WRITERS = 4;

    private Writer() {}

    /// @param args the file, and the first number to use
    public static void main(String[] args) {
        int first = Integer.parseInt(args[1]);
        MongoState state = MongoState.embedded(Path.of(args[0]), Duration.ofSeconds(30));
        Race.of(WRITERS, i -> write(state.incidents(), first + i));
    }

    private static boolean write(IncidentStore store, int first) {
        for (int number = first; ; number += WRITERS) {
            StoredIncident incident = Make.incident(number, Make.group("g" + number));
            store.insert(incident);
            confirm(number, 1);
            store.replace(Make.note(incident, "changed"));
            confirm(number, 2);
        }
    }

    private static void confirm(int number, int version) {
        // One call, so that lines of several threads do not mix.
        System.out.print(number + " " + version + "\n");
        System.out.flush();
    }
}
