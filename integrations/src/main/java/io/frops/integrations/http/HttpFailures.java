package io.frops.integrations.http;

import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/// Turns what went wrong on the wire into a sentence that people can act on.
final class HttpFailures {
    private HttpFailures() {}

    static IntegrationException of(String system, String name, Duration timeout, IOException e) {
        String who = system + " at " + name;
        return switch (e) {
            case BodyTooLargeException large ->
                    new IntegrationException(
                            system,
                            Kind.NOT_USABLE,
                            who + " answered with more than " + (large.cap() >> 20) + " MiB",
                            e);
            case InterruptedIOException _ ->
                    new IntegrationException(
                            system, Kind.TIMEOUT, who + " gave no answer in " + words(timeout), e);
            default -> new IntegrationException(system, Kind.UNAVAILABLE, who + " " + why(e), e);
        };
    }

    private static String why(IOException e) {
        return switch (e) {
            case ConnectException _ -> "refuses connections; is it running?";
            case UnknownHostException _ -> "has no address: the host name is unknown";
            case SSLException _ -> "could not be trusted: the TLS handshake failed";
            default -> "broke the connection";
        };
    }

    static IntegrationException refusal(String system, String name, int status, String detail) {
        String said = detail.isBlank() ? "" : ": " + detail;
        String who = system + " at " + name;
        return new IntegrationException(system, kind(status), who + words(status) + said, null);
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401, 403 -> Kind.DENIED;
            case 404, 410 -> Kind.NOT_FOUND;
            case 408, 504 -> Kind.TIMEOUT;
            case 429 -> Kind.RATE_LIMITED;
            default ->
                    status >= 500
                            ? Kind.UNAVAILABLE
                            : status >= 400 ? Kind.INVALID : Kind.NOT_USABLE;
        };
    }

    private static String words(int status) {
        return switch (kind(status)) {
            case DENIED -> " refused our credential (HTTP " + status + ")";
            case NOT_USABLE ->
                    " answered with a redirect (HTTP " + status + "); name its final address";
            case UNAVAILABLE, TIMEOUT, RATE_LIMITED, NOT_FOUND, INVALID ->
                    " answered with HTTP " + status;
        };
    }

    private static String words(Duration timeout) {
        long millis = timeout.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
