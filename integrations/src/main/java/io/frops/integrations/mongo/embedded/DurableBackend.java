package io.frops.integrations.mongo.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/// Confirms a write only when it is on the disk, and lets nobody see half a write.
///
/// The server below updates documents in place and sends them off later: a reply could show a later
/// version, or a mixture of two. So writes are made one at a time, reads beside them wait, and a
/// reply is a copy.
///
/// A write touches a document and each of its indexes, one after the other. A commit in between
/// would bring back, after a crash, a document that no index knows. So commits are made here only,
/// between writes; the store's own timed ones are off. Writes that wait for the disk at the same
/// time share one commit.
final class DurableBackend extends H2Backend {
    /// Every other command may change something.
    private static final Set<String> READS =
            Set.of(
                    "find",
                    "getMore",
                    "killCursors",
                    "count",
                    "distinct",
                    "ping",
                    "hello",
                    "isMaster",
                    "ismaster",
                    "buildInfo",
                    "buildinfo",
                    "listCollections",
                    "listIndexes",
                    "listDatabases",
                    "serverStatus",
                    "endSessions");

    /// Every commit writes whole pages anew, and a piece of the file is free only when nothing in
    /// it lives. Now and then what lives in old pieces is moved together: a few megabytes at a
    /// time, so that nobody waits long.
    private static final long COMMITS_BETWEEN_CLEANINGS = 500;

    private static final int WELL_FILLED_PERCENT = 60;
    private static final int BYTES_A_CLEANING = 8 << 20;

    private final MVStore store;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final ReentrantLock disk = new ReentrantLock();
    private final AtomicLong applied = new AtomicLong();
    private volatile long durable;
    private long commits;

    DurableBackend(MVStore store) {
        super(store);
        this.store = store;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        // Called by the constructor below, when the fields here are not set yet.
        return new TypedDatabase(name, getMvStore(), getCursorRegistry());
    }

    /// The way of every command; drivers of this server's version use the older one only to say
    /// hello.
    @Override
    public Document handleMessage(MongoMessage message) {
        if (isRead(message.getDocument())) {
            return copied(gate.readLock(), message);
        }
        Document reply = copied(gate.writeLock(), message);
        commitUpTo(applied.incrementAndGet());
        return reply;
    }

    private Document copied(Lock lock, MongoMessage message) {
        lock.lock();
        try {
            return super.handleMessage(message).cloneDeeply();
        } finally {
            lock.unlock();
        }
    }

    private void commitUpTo(long mine) {
        disk.lock();
        try {
            if (durable < mine) {
                long all = commitAll();
                store.sync();
                durable = all;
            }
        } finally {
            disk.unlock();
        }
    }

    private long commitAll() {
        gate.writeLock().lock();
        try {
            // Counted before the commit: what is counted is in it.
            long all = applied.get();
            store.commit();
            if (++commits % COMMITS_BETWEEN_CLEANINGS == 0) {
                store.compact(WELL_FILLED_PERCENT, BYTES_A_CLEANING);
            }
            return all;
        } finally {
            gate.writeLock().unlock();
        }
    }

    private static boolean isRead(Document command) {
        return command.keySet().stream().findFirst().filter(READS::contains).isPresent();
    }
}
