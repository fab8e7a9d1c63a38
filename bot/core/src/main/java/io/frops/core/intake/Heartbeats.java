package io.frops.core.intake;

import io.frops.core.alert.Alert;
import io.frops.core.alert.SourceName;
import java.time.Instant;

/// The alerts that prove that a source's pipeline is alive. They never open an incident; their
/// absence does.
public interface Heartbeats {
    /// Whether a source can be trusted to say that something resolved.
    ///
    /// @param since when trust began: the heartbeat's return
    record Trust(boolean trusted, Instant since) {
        public static Trust always() {
            return new Trust(true, Instant.EPOCH);
        }

        Trust and(Trust other) {
            return new Trust(
                    trusted && other.trusted, since.isAfter(other.since) ? since : other.since);
        }
    }

    boolean isHeartbeat(SourceName source, Alert alert);

    /// A heartbeat alert came in, firing or resolved.
    void heard(SourceName source, Alert alert, Instant now);

    Trust trust(SourceName source);

    /// For sources without a heartbeat: nothing is one, and every source is trusted.
    static Heartbeats none() {
        return new Heartbeats() {
            @Override
            public boolean isHeartbeat(SourceName source, Alert alert) {
                return false;
            }

            @Override
            public void heard(SourceName source, Alert alert, Instant now) {}

            @Override
            public Trust trust(SourceName source) {
                return Trust.always();
            }
        };
    }
}
