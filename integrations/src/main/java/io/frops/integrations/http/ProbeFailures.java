package io.frops.integrations.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/// Says what a probe met, without anything secret of the address.
final class ProbeFailures {
    private ProbeFailures() {}

    /// The address without user, password, query and fragment.
    static String shown(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + host + port + path;
    }

    static String sentence(IOException e, Duration timeout) {
        return switch (e) {
            case InterruptedIOException _ -> "no answer in " + words(timeout);
            case ConnectException _ -> "refuses connections; is it running?";
            case UnknownHostException _ -> "has no address: the host name is unknown";
            case SSLException _ -> "could not be trusted: the TLS handshake failed";
            case IOException _ -> "broke the connection";
        };
    }

    private static String words(Duration timeout) {
        long millis = timeout.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
