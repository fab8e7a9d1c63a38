package io.frops.core.platform;

import java.util.List;

/// Somebody who can tell how a service is.
public interface HealthSource {
    /// For people, for example `Kubernetes`.
    String name();

    /// What it knows of a service; nothing when it does not know the service at all. Answers within
    /// its own time-out (3 s) and says failures as [Health.Unanswered] instead of throwing.
    List<Health> of(Service service);
}
