package io.frops.integrations.http;

import io.frops.core.settings.Default;
import java.time.Duration;

/// How services' health addresses are asked.
///
/// @param timeout for one answer, connecting included
public record ProbeSettings(@Default("3s") Duration timeout) {
    public ProbeSettings {
        if (timeout.isZero()) {
            throw new IllegalArgumentException("timeout: must be more than nothing. Write 3s");
        }
    }
}
