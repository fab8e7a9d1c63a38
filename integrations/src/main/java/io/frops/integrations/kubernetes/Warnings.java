package io.frops.integrations.kubernetes;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the cluster's events say of pods whose status says too little.
///
/// @param unavailable why there are none to read; empty when they could be read
record Warnings(List<Event> events, String unavailable) {
    static final Warnings NONE = new Warnings(List.of(), "");

    Warnings {
        events = List.copyOf(events);
    }

    /// The latest warning about a pod, or why it could not be had, or nothing.
    String of(Pod pod) {
        if (!unavailable.isEmpty()) {
            return "its events may tell more, but " + unavailable;
        }
        return events.stream()
                .filter(e -> isAbout(e, pod))
                .max(Comparator.comparing(Warnings::when))
                .map(e -> Words.joined(e.getReason(), e.getMessage()))
                .orElse("");
    }

    private static boolean isAbout(Event event, Pod pod) {
        return Objects.equals(event.getInvolvedObject().getName(), pod.getMetadata().getName());
    }

    /// Times are RFC 3339 in UTC, so text order is time order; reporters fill in one or the other.
    private static String when(Event event) {
        return Stream.of(
                        event.getSeries() == null
                                ? null
                                : time(event.getSeries().getLastObservedTime()),
                        event.getLastTimestamp(),
                        time(event.getEventTime()),
                        event.getMetadata().getCreationTimestamp())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    private static @Nullable String time(io.fabric8.kubernetes.api.model.@Nullable MicroTime time) {
        return time == null ? null : time.getTime();
    }
}
