package io.frops.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bodies that are too long, or never end.
class OversizeBodyTest {
    private static final int CAP = 32 * 1024 * 1024;
    private static final int FAR_MORE = 40 * CAP;

    @Test
    void a_declared_oversize_body_is_413_at_once(@TempDir Path folder) throws IOException {
        try (World world = World.start(folder);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), world.bot().port())) {
            head(socket, "Content-Length: " + (CAP + 1));
            assertThat(status(socket.getInputStream())).contains(" 413 ");
        }
    }

    @Test
    void an_endless_body_is_413_and_no_more_than_the_cap_is_taken(@TempDir Path folder)
            throws IOException {
        try (World world = World.start(folder);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), world.bot().port())) {
            head(socket, "Transfer-Encoding: chunked");
            long sent = pour(socket);
            assertThat(sent).as("bytes taken before it was cut off").isLessThan(FAR_MORE);
            assertThat(world.http().get("/health/live").status()).isEqualTo(200);
        }
    }

    private static void head(Socket socket, String length) throws IOException {
        String head =
                "POST /webhooks/alertmanager HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                        + World.WEBHOOK_TOKEN
                        + "\r\n"
                        + length
                        + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /// Sends one JSON text without end, until the other side has had enough.
    private static long pour(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        byte[] end = "\r\n".getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        try {
            // Many short values: the reader's own limit on one text must not be what stops it.
            byte[] values = values();
            byte[] valuesSize =
                    (Integer.toHexString(values.length) + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII);
            out.write("7\r\n{\"x\":[1\r\n".getBytes(StandardCharsets.US_ASCII));
            while (sent < FAR_MORE && socket.getInputStream().available() == 0) {
                out.write(valuesSize);
                out.write(values);
                out.write(end);
                sent += values.length;
            }
        } catch (SocketException e) {
            return sent;
        }
        assertThat(status(socket.getInputStream())).contains(" 413 ");
        return sent;
    }

    private static byte[] values() {
        return ",1".repeat(32_768).getBytes(StandardCharsets.US_ASCII);
    }

    private static String status(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
