package io.frops.core.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// The identity of a group of alerts: the same whether the webhook or the API tells of it, and
/// unchanged by edits of the route.
///
/// @param value 32 hexadecimal digits of a SHA-256 over source, receiver and group labels; or
///   `declared/<command id>`
public record GroupId(String value) {
    private static final String DECLARED = "declared/";

    /// @param groupLabels with none, the caller adds the service, so that an ungrouped route is
    ///   split by service
    public static GroupId of(SourceName source, String receiver, Map<String, String> groupLabels) {
        MessageDigest hash = sha256();
        feed(hash, source.value());
        feed(hash, receiver);
        new TreeMap<>(groupLabels)
                .forEach((name, value) -> {
                    feed(hash, name);
                    feed(hash, value);
                });
        return new GroupId(HexFormat.of().formatHex(hash.digest(), 0, 16));
    }

    /// The identity of an incident that a person declared.
    public static GroupId declared(String commandId) {
        return new GroupId(DECLARED + commandId);
    }

    public boolean isDeclared() {
        return value.startsWith(DECLARED);
    }

    private static void feed(MessageDigest hash, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        // The length goes first, so that two parts can never read as one.
        hash.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        hash.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
