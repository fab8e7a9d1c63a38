package io.frops.app.serve;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What `frops run` was told.
///
/// @param server without a slash at its end
record RunOptions(String server, boolean yes, boolean json, List<String> words) {
    private static final String LOCAL = "http://127.0.0.1:8080";

    RunOptions {
        words = List.copyOf(words);
    }

    /// @return empty when the arguments are wrong
    static Optional<RunOptions> of(List<String> arguments) {
        String server = LOCAL;
        boolean yes = false;
        boolean json = false;
        int at = 0;
        while (at < arguments.size()
                && arguments.get(at).startsWith("--")
                && !arguments.get(at).equals("--")) {
            switch (arguments.get(at)) {
                case "--yes" -> yes = true;
                case "--json" -> json = true;
                case "--server" -> {
                    at++;
                    server = at < arguments.size() ? arguments.get(at) : "";
                }
                case String other when other.startsWith("--server=") ->
                        server = other.substring("--server=".length());
                default -> {
                    return Optional.empty();
                }
            }
            at++;
        }
        int first = at < arguments.size() && arguments.get(at).equals("--") ? at + 1 : at;
        Optional<String> address = address(server);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new RunOptions(
                        address.get(), yes, json, arguments.subList(first, arguments.size())));
    }

    private static Optional<String> address(String text) {
        try {
            URI uri = URI.create(text);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http && uri.getHost() != null
                    ? Optional.of(text.replaceAll("/+$", ""))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
