package io.frops.core.testing;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Catches one request on its way through a [TcpProxy], by a text in it.
public final class Trap {
    /// What is held back of it.
    public enum Held {
        /// It does not arrive: not yet.
        REQUEST,
        /// It arrives, and its answer does not.
        REPLY
    }

    private final String text;
    private final Held held;
    private final AtomicLong answered = new AtomicLong();
    private volatile @Nullable Object caught;
    private volatile boolean open;

    Trap(String text, Held held) {
        this.text = text;
        this.held = held;
    }

    /// Whether the request came by.
    public boolean isSprung() {
        return caught != null;
    }

    /// Pieces of the server's answers to it, held or not: it was carried out.
    public long answered() {
        return answered.get();
    }

    /// Looks at a piece that comes by.
    ///
    /// @return whether this very piece is the request
    boolean takes(Object link, boolean reply, byte[] chunk, int length) {
        if (caught != null) {
            if (reply && link.equals(caught)) {
                answered.incrementAndGet();
            }
            return false;
        }
        // One byte, one character: texts of ours are ASCII.
        boolean found =
                !reply && new String(chunk, 0, length, StandardCharsets.ISO_8859_1).contains(text);
        if (found) {
            caught = link;
        }
        return found;
    }

    boolean caught(Object link) {
        return link.equals(caught);
    }

    boolean holds(boolean reply) {
        return !open && reply == (held == Held.REPLY);
    }

    void open() {
        open = true;
    }
}
