package io.frops.core.platform;

import java.time.Duration;
import java.util.List;

/// What one source says of one service, evidence for a verdict.
public sealed interface Health {
    /// An address was asked.
    ///
    /// @param status HTTP status, 0 when there was no answer
    /// @param took until the answer or the failure
    /// @param detail one safe sentence when it is not healthy; empty otherwise
    record Probe(String address, boolean healthy, int status, Duration took, String detail)
            implements Health {}

    /// A deployment and its pods.
    ///
    /// @param why what the deployment itself says when it is behind, for example
    ///   `ProgressDeadlineExceeded` or a quota that lets no pod be made; empty when well
    record Workload(
            String namespace, String deployment, int wanted, int ready, String why, List<Pod> pods)
            implements Health {
        public Workload {
            pods = List.copyOf(pods);
        }
    }

    /// The source could not tell: no answer in time, a missing right, no such deployment.
    ///
    /// @param source for people, for example `Kubernetes prod/backend`
    /// @param why one safe sentence with the remedy; `no answer in 3 s` when it hung
    record Unanswered(String source, String why) implements Health {}

    /// One pod.
    ///
    /// @param phase as Kubernetes has it, for example `Running`
    /// @param why why it is not ready or was restarted, for example `CrashLoopBackOff` or
    ///   `OOMKilled, exit code 137`; empty when well
    record Pod(String name, String phase, boolean ready, int restarts, String why) {}
}
