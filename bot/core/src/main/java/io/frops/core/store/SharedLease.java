package io.frops.core.store;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A lease in a document that names its holder, whose version moves with each beat. No clock is
/// compared with another one's: a holder counts from before it wrote, a rival from after it read,
/// each on its own monotonic clock, so that the holder has stopped before the rival begins.
final class SharedLease implements Lease {
    private static final Logger LOG = LoggerFactory.getLogger(SharedLease.class);

    private static final long TERM = Duration.ofSeconds(10).toNanos();
    private static final long BEAT = Duration.ofSeconds(3).toNanos();

    /// A holder stops this much early: a step under way gets time to end, and clocks need not run
    /// equally fast.
    private static final long MARGIN = Duration.ofSeconds(2).toNanos();

    private static final String HOLDER = "holder";
    private static final String NAME = "name";

    private final KeyStore keys;
    private final String key;
    private final Member me;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();

    private volatile @Nullable Tenure mine;
    private volatile @Nullable Rival rival;
    private volatile long taken;
    private volatile boolean resigned;

    /// @param version of the document as we wrote it last
    /// @param since before our last write began
    private record Tenure(long number, long version, long since) {}

    /// @param since after its present version was first read
    private record Rival(String id, String name, long version, long since) {}

    SharedLease(KeyStore keys, String key, Member me, LongSupplier nanos) {
        this.keys = keys;
        this.key = key;
        this.me = me;
        this.nanos = nanos;
    }

    @Override
    public long tenure() {
        Tenure tenure = mine;
        return tenure == null || resigned || nanos.getAsLong() - tenure.since() >= TERM - MARGIN
                ? 0
                : tenure.number();
    }

    @Override
    public void beat() {
        lock.lock();
        try {
            Tenure tenure = mine;
            if (resigned) {
                return;
            }
            if (tenure == null) {
                look();
            } else if (nanos.getAsLong() - tenure.since() >= BEAT) {
                renew(tenure);
            }
        } finally {
            lock.unlock();
        }
    }

    /// A renewal long after the term is one all the same: the version says that nobody else was
    /// there.
    private void renew(Tenure tenure) {
        long begun = nanos.getAsLong();
        if (keys.put(key, tenure.version(), fields(me.id(), me.name()), null)) {
            mine = new Tenure(tenure.number(), tenure.version() + 1, begun);
            return;
        }
        KeyStore.Entry entry = keys.get(key).orElse(null);
        if (entry != null && holder(entry).equals(me.id())) {
            // Our own beat, whose outcome we did not learn. The next look renews it.
            mine = new Tenure(tenure.number(), entry.version(), tenure.since());
            return;
        }
        mine = null;
        LOG.warn("Another replica took over: {} stands back", me.name());
        if (entry != null) {
            seen(entry);
        }
    }

    private void look() {
        KeyStore.Entry entry = keys.get(key).orElse(null);
        if (entry == null) {
            take(KeyStore.ABSENT);
        } else if (holder(entry).isEmpty() || holder(entry).equals(me.id()) || expired(entry)) {
            take(entry.version());
        } else {
            seen(entry);
        }
    }

    private boolean expired(KeyStore.Entry entry) {
        Rival known = rival;
        return known != null
                && known.version() == entry.version()
                && known.id().equals(holder(entry))
                && nanos.getAsLong() - known.since() >= TERM;
    }

    private void seen(KeyStore.Entry entry) {
        Rival known = rival;
        if (known == null || !known.id().equals(holder(entry))) {
            LOG.info("{} looks after cards and timers", name(entry));
        } else if (known.version() == entry.version()) {
            return;
        }
        rival = new Rival(holder(entry), name(entry), entry.version(), nanos.getAsLong());
    }

    private void take(long expected) {
        long begun = nanos.getAsLong();
        if (!keys.put(key, expected, fields(me.id(), me.name()), null)) {
            return;
        }
        Rival before = rival;
        rival = null;
        long number = taken + 1;
        taken = number;
        mine = new Tenure(number, expected + 1, begun);
        LOG.info(
                "{} looks after cards and timers from now on{}",
                me.name(),
                before == null ? "" : " in place of " + before.name());
    }

    @Override
    public void resign() {
        resigned = true;
    }

    @Override
    public void release() {
        resigned = true;
        lock.lock();
        try {
            Tenure tenure = mine;
            if (tenure == null) {
                return;
            }
            mine = null;
            if (keys.put(key, tenure.version(), fields("", ""), null)) {
                LOG.info("{} leaves cards and timers to the next replica", me.name());
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Status status() {
        boolean ours = tenure() > 0;
        Rival other = rival;
        Optional<String> holder =
                ours ? Optional.of(me.name()) : Optional.ofNullable(other).map(Rival::name);
        return new Status(ours, holder, taken);
    }

    private static Map<String, String> fields(String id, String name) {
        return Map.of(HOLDER, id, NAME, name);
    }

    private static String holder(KeyStore.Entry entry) {
        return entry.fields().getOrDefault(HOLDER, "");
    }

    private static String name(KeyStore.Entry entry) {
        return entry.fields().getOrDefault(NAME, "?");
    }
}
