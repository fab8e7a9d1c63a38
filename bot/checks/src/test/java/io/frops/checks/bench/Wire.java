package io.frops.checks.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/// One connection that is kept alive, with as little work of its own as possible: what is measured
/// is the server.
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int UNKNOWN = -1;

    /// Where the status stands in the first line.
    private static final int STATUS = "HTTP/1.1 ".length();

    private final int port;
    private Socket socket;
    private OutputStream out;
    private InputStream in;

    /// @param status 0 when the connection broke
    record Answer(int status, String body) {}

    Wire(int port) {
        this.port = port;
        connect();
    }

    private void connect() {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            out = socket.getOutputStream();
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer post(String path, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Length: " + body.length + "\r\n\r\n");
        try {
            ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + body.length);
            whole.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
            whole.writeBytes(body);
            whole.writeTo(out);
            out.flush();
            return answer();
        } catch (IOException e) {
            close();
            connect();
            return new Answer(0, "");
        }
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().substring(STATUS, STATUS + 3));
        int length = UNKNOWN;
        boolean last = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String low = line.toLowerCase(Locale.ROOT);
            if (low.startsWith("content-length:")) {
                length = Integer.parseInt(low.substring("content-length:".length()).strip());
            }
            last |= low.equals("connection: close");
        }
        byte[] body = length == UNKNOWN ? chunks() : in.readNBytes(length);
        if (last) {
            close();
            connect();
        }
        return new Answer(status, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16);
                size > 0;
                size = Integer.parseInt(line(), 16)) {
            all.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next != '\n') {
            if (next < 0) {
                throw new IOException("the server ended the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
            next = in.read();
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
