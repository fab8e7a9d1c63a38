package io.frops.checks.tracing;

import java.util.List;
import java.util.Map;

/// A span as somebody got it.
///
/// @param parent empty for a trace's first
/// @param links the spans that it names beside its parent
/// @param start in nanoseconds since 1970
/// @param attributes its own ones
/// @param instance which bot sent it
record Seen(
        String name,
        String trace,
        String id,
        String parent,
        List<String> links,
        long start,
        Map<String, String> attributes,
        String instance) {
    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }
}
