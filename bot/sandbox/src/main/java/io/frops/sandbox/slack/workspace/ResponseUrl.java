package io.frops.sandbox.slack.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// An address by which the app may answer one interaction: five times within 30 minutes.
///
/// @param key the secret end of the address
/// @param source `ts` of the message acted on, null after a slash command
/// @param expires milliseconds since 1970
/// @param ephemeral whether that message is for `user` alone
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResponseUrl(
        String key,
        String user,
        String channel,
        @Nullable String source,
        @Nullable String threadTs,
        boolean ephemeral,
        long expires,
        int uses) {
    public static final int MOST_USES = 5;

    public ResponseUrl used() {
        return new ResponseUrl(key, user, channel, source, threadTs, ephemeral, expires, uses + 1);
    }
}
