package io.frops.integrations.otlp;

import io.frops.core.settings.Default;
import io.frops.core.settings.Secret;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where traces go.
///
/// @param endpoint a collector's address for OTLP over HTTP, without `/v1/traces`; nothing is
///   traced when absent
/// @param headers sent with each export, for example a key
/// @param sample the share of traces that is exported, 0 to 1; a caller's own decision counts first
public record TracingSettings(
        Optional<URI> endpoint,
        @Default("{}") Map<String, Secret> headers,
        @Default("1.0") double sample) {
    /// The HTTP client sets these itself.
    private static final Set<String> RESERVED =
            Set.of("connection", "content-length", "content-type", "expect", "host", "upgrade");

    public TracingSettings {
        headers = Map.copyOf(headers);
        endpoint.ifPresent(TracingSettings::check);
        headers.forEach(TracingSettings::check);
        if (!(sample >= 0 && sample <= 1)) {
            throw new IllegalArgumentException("sample: must be 0 to 1. Write 1.0 for all traces");
        }
    }

    private static void check(URI endpoint) {
        String scheme = endpoint.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException(
                    "endpoint: must begin with http:// or https://. Write http://collector:4318");
        }
        if (endpoint.getRawUserInfo() != null
                || endpoint.getRawQuery() != null
                || endpoint.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "endpoint: must be an address without user, query or fragment. Write"
                            + " http://collector:4318, and keys under headers");
        }
    }

    private static void check(String name, Secret value) {
        if (!name.matches("[A-Za-z0-9_-]{1,100}")
                || RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "headers: hold a name that is no header of one's own. Write for example x-api-key");
        }
        if (!value.reveal().matches("[\\x20-\\x7e]+")) {
            throw new IllegalArgumentException(
                    "headers: hold an empty value, or one that is not plain text. Write"
                            + " {x-api-key: \"${OTLP_KEY}\"}");
        }
    }
}
