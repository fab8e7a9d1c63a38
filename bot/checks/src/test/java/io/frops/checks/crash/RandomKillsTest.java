package io.frops.checks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at moments that nobody chose; `./mvnw -Pchaos verify` does it 200 times.
class RandomKillsTest {
    private static final int KILLS = 10;

    @Test
    void ten_kills_at_random_lose_no_alert_no_click_and_no_command(@TempDir Path folder)
            throws InterruptedException {
        Siege.Report report = Siege.run(folder, KILLS, System.nanoTime());
        System.out.println(report);
        assertThat(report.kills()).isEqualTo(KILLS);
    }
}
