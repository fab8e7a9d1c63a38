package io.frops.app.doctor;

import io.frops.app.settings.ServerSettings;

/// Where others reach the bot.
final class PublicUrl {
    private PublicUrl() {}

    /// @return without a slash at its end
    static String of(ServerSettings server) {
        return server.publicUrl()
                .map(url -> url.toString().replaceAll("/+$", ""))
                .orElseGet(() -> "http://HOST:" + server.port());
    }

    /// As [#of], but on this machine when nothing else is configured.
    static String fromHere(ServerSettings server) {
        return server.publicUrl().isPresent() ? of(server) : "http://127.0.0.1:" + server.port();
    }
}
