package io.frops.sandbox.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Ports that stay the same from start to start while they are free, so that links on old cards
/// still open.
final class Ports {
    private final Kept kept;

    Ports(Kept kept) {
        this.kept = kept;
    }

    /// The port that was used under this name, if it is free; else 0.
    int last(String name) {
        int port = Integer.parseInt(kept.get("port." + name, () -> "0"));
        return port != 0 && free(port) ? port : 0;
    }

    void used(String name, int port) {
        kept.put("port." + name, Integer.toString(port));
    }

    /// The port asked for, the last one, or a free one, for a part that must know its port before
    /// it listens.
    int choose(String name) {
        int last = last(name);
        int port = last != 0 ? last : anyFree();
        used(name, port);
        return port;
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
