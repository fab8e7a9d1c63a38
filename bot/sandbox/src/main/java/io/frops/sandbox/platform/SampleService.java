package io.frops.sandbox.platform;

import io.frops.core.platform.Service.Tier;
import java.util.List;

/// One service of the sample platform and how it fails.
///
/// @param name as the operations guide calls it
/// @param scrape what Prometheus' configuration in the guide calls it, which is not always the same
/// @param team who owns it
/// @param replicas how many pods it wants
/// @param failure what its pods go through while it is broken
/// @param alert what Prometheus finds then
public record SampleService(
        String name,
        Scrape scrape,
        List<String> aliases,
        Tier tier,
        String team,
        int replicas,
        PodFailure failure,
        SampleAlert alert) {
    public SampleService {
        aliases = List.copyOf(aliases);
    }

    /// What Prometheus puts on its samples.
    public record Scrape(String job, String instance) {}

    /// What happens to a pod.
    public enum PodFailure {
        /// Its process ends with exit code 1, again and again.
        CRASH,
        /// It is killed for taking more memory than it may.
        OUT_OF_MEMORY,
        /// Its image cannot be pulled.
        IMAGE,
        /// It runs, but its readiness probe fails.
        UNREADY,
        /// No node has room for it.
        UNSCHEDULABLE
    }

    /// @param severity `critical` or `warning`, as in the guide's rules
    /// @param sev the incident's severity where the rule sets it; empty otherwise
    /// @param expression the rule's query
    public record SampleAlert(
            String name,
            String severity,
            String sev,
            String summary,
            String description,
            String expression) {}
}
