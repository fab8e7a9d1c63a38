package io.frops.integrations.slack.render;

import java.net.URI;

/// Which addresses may become links.
final class Urls {
    private Urls() {}

    static boolean isWeb(URI target) {
        String scheme = target.getScheme();
        return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
                && target.getHost() != null;
    }
}
