package io.frops.sandbox.alertmanager;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// One silence as it is held.
record StoredSilence(
        String id,
        List<Matcher> matchers,
        Instant startsAt,
        Instant endsAt,
        Instant updatedAt,
        String createdBy,
        String comment) {
    StoredSilence {
        matchers = List.copyOf(matchers);
    }

    String state(Instant now) {
        if (!now.isBefore(endsAt)) {
            return "expired";
        }
        return now.isBefore(startsAt) ? "pending" : "active";
    }

    boolean mutes(Map<String, String> labels, Instant now) {
        return state(now).equals("active") && matchers.stream().allMatch(m -> m.matches(labels));
    }

    /// One that has not begun loses its beginning too.
    StoredSilence ended(Instant now) {
        if (state(now).equals("expired")) {
            return this;
        }
        Instant start = startsAt.isAfter(now) ? now : startsAt;
        return new StoredSilence(id, matchers, start, now, now, createdBy, comment);
    }
}
