package io.frops.integrations.mongo.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/// A MongoDB in this process, on one file, listening on the loopback interface only. Every write is
/// on the disk before it is confirmed, so that a killed process loses nothing it confirmed.
public final class EmbeddedMongo implements AutoCloseable {
    private static final String SYSTEM = "the embedded store";

    /// What a start may spend on making the file smaller.
    private static final int CLEANING_MILLIS = 300;

    /// Of the file, so much is kept in memory: enough for the open incidents of a bad night, and no
    /// more when there are ten times as many.
    private static final int CACHE_MEGABYTES = 4;

    private final MongoServer server;
    private final InetSocketAddress address;

    private EmbeddedMongo(MongoServer server, InetSocketAddress address) {
        this.server = server;
        this.address = address;
    }

    /// Opens the file, which is made when it is not there, and takes a free port.
    ///
    /// @throws IntegrationException of kind `NOT_USABLE` when another process has the file, or it
    ///   cannot be read
    public static EmbeddedMongo open(Path file) {
        DurableBackend backend = new DurableBackend(store(file.toAbsolutePath()));
        backend.version(ServerVersion.MONGO_5_0);
        MongoServer server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return new EmbeddedMongo(server, server.getLocalAddress());
    }

    public InetSocketAddress address() {
        return address;
    }

    /// For a driver on this machine.
    public String uri() {
        return "mongodb://127.0.0.1:" + address.getPort() + "/frops";
    }

    private static MVStore store(Path file) {
        try {
            Files.createDirectories(file.getParent());
            MVStore store =
                    new MVStore.Builder()
                            .fileName(file.toString())
                            .compress()
                            .cacheSize(CACHE_MEGABYTES)
                            // Undivided, or a large incident finds no room in its part of it.
                            .cacheConcurrency(1)
                            .autoCommitDisabled()
                            .autoCommitBufferSize(0)
                            .open();
            // Space is free as soon as the commit that frees it is on the disk; keeping old
            // versions for a while made a file of 1 MB grow to 120.
            store.setRetentionTime(0);
            store.setVersionsToKeep(0);
            store.compactFile(CLEANING_MILLIS);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of " + file, e);
        } catch (MVStoreException e) {
            throw new IntegrationException(SYSTEM, Kind.NOT_USABLE, explain(file, e), e);
        }
    }

    private static String explain(Path file, MVStoreException e) {
        if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
            return file
                    + " is in use by another process. Stop that one first, or give this one a folder"
                    + " of its own (state.dataDir).";
        }
        return file
                + " cannot be opened as the embedded store. If it is damaged, move it away and put"
                + " back a copy.";
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
