package io.frops.checks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many kills; not in the gate. `./mvnw -Pchaos verify`, with `-Dchaos.kills=N` and
/// `-Dchaos.seed=N` where others are wanted.
class Chaos {
    @Test
    void many_kills_at_random_lose_nothing(@TempDir Path folder) throws InterruptedException {
        int kills = Integer.getInteger("chaos.kills", 200);
        Siege.Report report =
                Siege.run(folder, kills, Long.getLong("chaos.seed", System.nanoTime()));
        System.out.println(report);
        assertThat(report.kills()).isEqualTo(kills);
    }
}
