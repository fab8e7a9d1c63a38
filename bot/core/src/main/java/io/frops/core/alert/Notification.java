package io.frops.core.alert;

import java.util.List;
import java.util.Map;

/// What a source told about one group in one message.
///
/// @param truncated how many more alerts the source left out
/// @param repeat the source says that nothing is new: only "last seen" moves
/// @param externalUrl where the source says its own pages are; shown as a link, never fetched,
///   never part of an identity
public record Notification(
        SourceName source,
        String receiver,
        Map<String, String> groupLabels,
        List<Alert> alerts,
        int truncated,
        boolean repeat,
        String externalUrl) {
    public Notification {
        groupLabels = Map.copyOf(groupLabels);
        alerts = List.copyOf(alerts);
    }
}
