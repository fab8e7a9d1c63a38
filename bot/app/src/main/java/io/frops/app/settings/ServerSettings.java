package io.frops.app.settings;

import io.frops.core.settings.ByteSize;
import io.frops.core.settings.Default;
import java.net.URI;
import java.util.Optional;

/// The bot's own HTTP server.
///
/// @param port 0 takes a free one
/// @param maxBody the longest webhook body that is read; one group of 10,000 alerts is 5-7 MB
/// @param publicUrl how others reach this server; links in Slack begin with it
/// @param metrics a listener of its own for `/metrics` and `/status`, so that they can stay inside
public record ServerSettings(
        @Default("0.0.0.0") String host,
        @Default("8080") int port,
        @Default("32MiB") ByteSize maxBody,
        Optional<URI> publicUrl,
        Optional<Listener> metrics) {
    private static final int HIGHEST_PORT = 65_535;
    private static final long LEAST_BODY = 64 * 1024;

    public ServerSettings {
        checkPort(port);
        if (maxBody.bytes() < LEAST_BODY || maxBody.bytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("max-body: must be 64KiB to 2047MiB. Write 32MiB");
        }
    }

    /// Another address to listen on.
    public record Listener(@Default("127.0.0.1") String host, int port) {
        public Listener {
            checkPort(port);
        }
    }

    private static void checkPort(int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "port: must be 0 to 65535. Write 8080, or 0 for a free one");
        }
    }
}
