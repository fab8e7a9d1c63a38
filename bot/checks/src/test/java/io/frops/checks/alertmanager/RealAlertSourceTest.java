package io.frops.checks.alertmanager;

import io.frops.core.alert.AlertSourceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Our source against a real Alertmanager.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealAlertSourceTest extends AlertSourceContract {
    private RealWorld world;

    @BeforeAll
    void start(@TempDir Path folder) {
        world = new RealWorld(folder);
    }

    @AfterAll
    void stop() {
        if (world != null) {
            world.close();
        }
    }

    @Override
    protected World world() {
        return world;
    }
}
