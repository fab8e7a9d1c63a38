package io.frops.integrations.slack.socket;

import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.integrations.slack.SlackTickets;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Opens connections to Slack, each with a ticket of its own.
final class Dialler implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration HELLO = Duration.ofSeconds(9);

    private final SlackTickets tickets;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    Dialler(SlackTickets tickets) {
        this.tickets = tickets;
    }

    /// Opens a connection and waits until Slack has said hello; one that does not come about is
    /// aborted.
    ///
    /// @throws IntegrationException when Slack does not answer or refuses
    void open(Connection connection) throws InterruptedException {
        boolean open = false;
        try {
            var opening =
                    client.newWebSocketBuilder()
                            .connectTimeout(CONNECT)
                            .buildAsync(tickets.next(), connection);
            var _ = opening.get(HELLO.toMillis(), TimeUnit.MILLISECONDS);
            open =
                    connection.attend(p -> p != Life.Phase.OPENING, HELLO)
                            && connection.life().phase() != Life.Phase.ENDED;
            if (!open) {
                throw trouble(Kind.UNAVAILABLE, "did not say hello");
            }
        } catch (ExecutionException e) {
            // the cause's own words may hold the address, which is a secret
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw trouble(Kind.UNAVAILABLE, "refused (" + cause.getClass().getSimpleName() + ")");
        } catch (TimeoutException _) {
            throw trouble(Kind.TIMEOUT, "did not answer");
        } finally {
            if (!open) {
                connection.abort("broken");
            }
        }
    }

    private static IntegrationException trouble(Kind kind, String what) {
        return new IntegrationException("Slack", kind, "Slack's socket " + what, null);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
