package io.frops.integrations.alertmanager;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/// Bodies recorded from real Alertmanagers.
final class Recorded {
    private Recorded() {}

    static Stream<String> names() {
        return Stream.of(
                "alertmanager-0.25-firing-grouped-2",
                "alertmanager-0.25-firing-single-critical",
                "alertmanager-0.25-grouped-partial-resolved",
                "alertmanager-0.25-resolved-grouped-2",
                "alertmanager-0.25-resolved-single",
                "alertmanager-0.25-watchdog-firing",
                "alertmanager-0.34-firing-grouped-2",
                "alertmanager-0.34-grouped-partial-resolved",
                "alertmanager-0.34-resolved-grouped-2");
    }

    static String body(String name) {
        try (InputStream in = Recorded.class.getResourceAsStream(name + ".json")) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
