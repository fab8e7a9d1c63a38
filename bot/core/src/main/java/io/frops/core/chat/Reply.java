package io.frops.core.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a command answers: verdict first, then evidence, then what can be done next.
///
/// @param data the same for programs: strings, numbers, booleans, lists and maps of these
public record Reply(Message message, Audience audience, Map<String, @Nullable Object> data) {
    /// Who sees it.
    public enum Audience {
        /// The caller alone: errors, help, refusals, previews.
        CALLER,
        /// Everybody in the channel.
        CHANNEL
    }

    public Reply {
        data = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    public static Reply toCaller(Message message) {
        return new Reply(message, Audience.CALLER, Map.of());
    }

    public Reply with(Map<String, ? extends @Nullable Object> more) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(data);
        all.putAll(more);
        return new Reply(message, audience, all);
    }
}
