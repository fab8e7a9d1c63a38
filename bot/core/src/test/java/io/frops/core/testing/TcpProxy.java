package io.frops.core.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Stands between a client and a server and breaks what a test wants broken. Its counters are the
/// proof that the fault happened. Listens on the loopback interface, on a port of the system's
/// choice.
public final class TcpProxy implements AutoCloseable {
    private enum Mode {
        PASS,
        CUT,
        STALL,
        HOLD_REPLIES
    }

    private static final int CHUNK = 16 * 1024;

    private final InetSocketAddress target;
    private final ServerSocket listener;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Mode mode = Mode.PASS;
    private @Nullable Trap trap;

    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong reset = new AtomicLong();
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong requested = new AtomicLong();
    private final AtomicLong replied = new AtomicLong();

    private TcpProxy(InetSocketAddress target, ServerSocket listener) {
        this.target = target;
        this.listener = listener;
    }

    /// Begins to listen, and passes everything.
    public static TcpProxy to(InetSocketAddress target) throws IOException {
        ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        TcpProxy proxy = new TcpProxy(target, listener);
        Thread.ofPlatform()
                .daemon()
                .name("tcp-proxy-" + listener.getLocalPort())
                .start(proxy::accept);
        return proxy;
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    public int port() {
        return listener.getLocalPort();
    }

    /// Resets every connection, and each new one at once.
    public void cut() {
        become(Mode.CUT);
        links.forEach(link -> {
            reset.incrementAndGet();
            link.reset();
        });
    }

    /// Connections stay, and no byte passes either way.
    public void stall() {
        become(Mode.STALL);
    }

    /// What the client says arrives; what the server answers does not.
    public void holdReplies() {
        become(Mode.HOLD_REPLIES);
    }

    /// Waits for the request that holds a text, and then stalls everything. [#mend] lets everything
    /// pass but that one request, or its reply, until [#release].
    public Trap trap(String text, Trap.Held held) {
        Trap set = new Trap(text, held);
        lock.lock();
        try {
            trap = set;
        } finally {
            lock.unlock();
        }
        return set;
    }

    /// Lets go of what the trap holds.
    public void release() {
        lock.lock();
        try {
            if (trap != null) {
                trap.open();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Everything passes again, first what was held.
    public void mend() {
        become(Mode.PASS);
    }

    /// Connections that were let through.
    public long accepted() {
        return accepted.get();
    }

    /// Connections that were refused while cut, or because the server could not be reached.
    public long refused() {
        return refused.get();
    }

    /// Connections that [#cut] broke.
    public long reset() {
        return reset.get();
    }

    /// Pieces that had to wait.
    public long held() {
        return held.get();
    }

    /// Bytes that went to the server.
    public long requested() {
        return requested.get();
    }

    /// Bytes that came back to the client.
    public long replied() {
        return replied.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        become(Mode.CUT);
        release();
        links.forEach(Link::reset);
    }

    private void become(Mode next) {
        lock.lock();
        try {
            mode = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isCut() {
        lock.lock();
        try {
            return mode == Mode.CUT;
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                link(listener.accept());
            } catch (IOException _) {
                // Closed, or a client that was gone before it was there.
            }
        }
    }

    private void link(Socket client) throws IOException {
        if (isCut()) {
            refused.incrementAndGet();
            resetOne(client);
            return;
        }
        try {
            Link link = new Link(client, new Socket(target.getAddress(), target.getPort()));
            accepted.incrementAndGet();
            links.add(link);
            link.start();
        } catch (IOException e) {
            refused.incrementAndGet();
            resetOne(client);
            throw e;
        }
    }

    /// Waits until this piece may pass.
    ///
    /// @return false when the connection is to end instead
    private boolean await(Link link, boolean reply, byte[] chunk, int length)
            throws InterruptedException {
        lock.lock();
        try {
            if (trap != null && trap.takes(link, reply, chunk, length)) {
                mode = Mode.STALL;
            }
            boolean waited = false;
            while (holds(link, reply)) {
                if (!waited) {
                    held.incrementAndGet();
                    waited = true;
                }
                changed.await();
            }
            return mode != Mode.CUT;
        } finally {
            lock.unlock();
        }
    }

    private boolean holds(Link link, boolean reply) {
        if (trap != null && trap.caught(link)) {
            return trap.holds(reply);
        }
        return mode == Mode.STALL || (reply && mode == Mode.HOLD_REPLIES);
    }

    /// With a reset instead of a polite end.
    private static void resetOne(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException _) {
            // It was gone already.
        }
    }

    private final class Link {
        private final Socket client;
        private final Socket server;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void start() {
            Thread.ofVirtual().start(() -> pass(client, server, false));
            Thread.ofVirtual().start(() -> pass(server, client, true));
        }

        void reset() {
            links.remove(this);
            resetOne(client);
            resetOne(server);
        }

        /// A side that has said all may still be answered.
        private void pass(Socket from, Socket to, boolean reply) {
            try {
                if (pump(from, to, reply) && !reply) {
                    to.shutdownOutput();
                    return;
                }
            } catch (IOException _) {
                // One side is gone; so the other goes.
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            reset();
        }

        /// @return whether all of it was passed
        private boolean pump(Socket from, Socket to, boolean reply)
                throws IOException, InterruptedException {
            byte[] chunk = new byte[CHUNK];
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (!await(this, reply, chunk, read)) {
                    return false;
                }
                out.write(chunk, 0, read);
                out.flush();
                (reply ? replied : requested).addAndGet(read);
            }
            return true;
        }
    }
}
