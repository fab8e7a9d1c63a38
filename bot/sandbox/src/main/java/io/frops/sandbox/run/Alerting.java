package io.frops.sandbox.run;

import io.frops.app.wiring.Host;
import io.frops.core.settings.Secret;
import io.frops.sandbox.alertmanager.AlertmanagerSimulator;
import io.frops.sandbox.alertmanager.SimulatorSettings;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.UUID;

/// The sandbox's Alertmanager: our own small one, or a real one for a test.
public interface Alerting extends AutoCloseable {
    URI address();

    @Override
    void close();

    /// Our own.
    static Sandbox.AlertingStart simulated(Host host) {
        return (port, webhook, token, folder) -> {
            AlertmanagerSimulator simulator =
                    new AlertmanagerSimulator(
                            settings(port, folder), host.clock(), () -> uuid(host));
            simulator.deliverTo(webhook, Secret.parse(token));
            simulator.run();
            return new Simulated(simulator);
        };
    }

    private static SimulatorSettings settings(int port, Path folder) {
        return SimulatorSettings.defaults()
                .withPort(port)
                .withFolder(folder.resolve("alertmanager"));
    }

    private static String uuid(Host host) {
        byte[] bytes = new byte[16];
        host.random().nextBytes(bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }

    /// Our own small Alertmanager as the sandbox holds it.
    record Simulated(AlertmanagerSimulator simulator) implements Alerting {
        @Override
        public URI address() {
            return simulator.address();
        }

        @Override
        public void close() {
            simulator.close();
        }
    }
}
