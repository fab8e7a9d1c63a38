package io.frops.app.http;

import io.frops.core.alert.SourceName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells which alert source a request comes from, by the secret it brings. Comparisons take the
/// same time wherever they differ.
public final class SourceKeys {
    private record Key(SourceName source, String hash) {}

    private final List<Key> keys;

    private SourceKeys(List<Key> keys) {
        this.keys = keys;
    }

    /// What one source's `Authorization` header must be.
    public record Expected(SourceName source, String header) {
        public static Expected bearer(SourceName source, String token) {
            return new Expected(source, "Bearer " + token);
        }

        public static Expected basic(SourceName source, String user, String password) {
            byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return new Expected(source, "Basic " + Base64.getEncoder().encodeToString(pair));
        }

        @Override
        public String toString() {
            return "Expected[" + source + ", ***]";
        }
    }

    public static SourceKeys of(List<Expected> expected) {
        return new SourceKeys(
                expected.stream().map(e -> new Key(e.source(), hash(e.header()))).toList());
    }

    /// @param authorization the header as it came; absent when there was none
    Optional<SourceName> source(@Nullable String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        byte[] told = bytes(hash(normal(authorization)));
        SourceName found = null;
        for (Key key : keys) {
            if (MessageDigest.isEqual(bytes(key.hash()), told)) {
                found = key.source();
            }
        }
        return Optional.ofNullable(found);
    }

    /// The scheme's case does not matter (RFC 9110, section 11.1).
    private static String normal(String header) {
        int space = header.indexOf(' ');
        String scheme = space < 0 ? header : header.substring(0, space);
        String rest = space < 0 ? "" : header.substring(space).strip();
        return switch (scheme.toLowerCase(java.util.Locale.ROOT)) {
            case "bearer" -> "Bearer " + rest;
            case "basic" -> "Basic " + rest;
            default -> header;
        };
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
