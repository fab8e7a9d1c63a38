package io.frops.sandbox.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.frops.sandbox.slack.http.Exchange;
import io.frops.sandbox.slack.workspace.Change;
import io.frops.sandbox.slack.workspace.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Server-sent events: tells a page that something it may show has changed.
final class Stream implements AutoCloseable {
    private static final String CHANGED = "data: changed\n\n";
    private static final String BEAT = ": still here\n\n";

    private final Workspace workspace;
    private volatile boolean closed;

    Stream(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Writes until the page goes away or the simulator closes.
    void serve(Exchange exchange, String person) {
        // One waiting notice is enough: the page fetches everything when it comes.
        BlockingQueue<String> notices = new ArrayBlockingQueue<>(1);
        Runnable stop =
                workspace.listen(change -> {
                    if (concerns(change, person)) {
                        var _ = notices.offer(CHANGED);
                    }
                });
        try (OutputStream out = exchange.stream("text/event-stream")) {
            String next = BEAT;
            int idle = 0;
            while (!closed) {
                if (next != null || ++idle >= 10) {
                    out.write((next == null ? BEAT : next).getBytes(UTF_8));
                    out.flush();
                    idle = 0;
                }
                next = notices.poll(1, TimeUnit.SECONDS);
            }
        } catch (IOException _) {
            // The page was closed.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            stop.run();
        }
    }

    private static boolean concerns(Change change, String person) {
        return switch (change) {
            case Change.Whispered(String user, var _) -> user.equals(person);
            case Change.Unwhispered(String user, String _) -> user.equals(person);
            case Change.ModalsSet(String user, var _) -> user.equals(person);
            case Change.HomeSet(String user, var _) -> user.equals(person);
            case Change.Written _, Change.Deleted _, Change.ChannelSet _ -> true;
            case Change.UrlSet _, Change.FileSet _ -> false;
        };
    }

    @Override
    public void close() {
        closed = true;
    }
}
