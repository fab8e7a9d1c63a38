package io.frops.core.alert;

import java.time.Instant;

/// One episode of one alert. A new `startsAt` is a new episode and never in doubt.
public record AlertKey(String fingerprint, Instant startsAt) implements Comparable<AlertKey> {
    public AlertKey {
        if (fingerprint.isBlank()) {
            throw new IllegalArgumentException("an alert needs a fingerprint");
        }
    }

    @Override
    public int compareTo(AlertKey other) {
        int byStart = startsAt.compareTo(other.startsAt);
        return byStart != 0 ? byStart : fingerprint.compareTo(other.fingerprint);
    }

    @Override
    public String toString() {
        return fingerprint + "@" + startsAt;
    }
}
