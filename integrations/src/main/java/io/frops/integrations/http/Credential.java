package io.frops.integrations.http;

import io.frops.core.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// How we say who we are to a system.
public sealed interface Credential {
    record None() implements Credential {}

    record Basic(String user, Secret password) implements Credential {}

    record Bearer(Secret token) implements Credential {}

    /// What goes into the `Authorization` header, if anything. Secret: never to be logged.
    default Optional<String> header() {
        return switch (this) {
            case None() -> Optional.empty();
            case Basic(String user, Secret password) ->
                    Optional.of("Basic " + base64(user + ":" + password.reveal()));
            case Bearer(Secret token) -> Optional.of("Bearer " + token.reveal());
        };
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
