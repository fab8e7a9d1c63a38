package io.frops.sandbox.alertmanager;

import java.time.Instant;
import java.util.Set;

/// The notification log's entry of one group: what its receiver was last told.
record Sent(String groupKey, Instant at, Set<String> firing, Set<String> resolved) {
    Sent {
        firing = Set.copyOf(firing);
        resolved = Set.copyOf(resolved);
    }
}
