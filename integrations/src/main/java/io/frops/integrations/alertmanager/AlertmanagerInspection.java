package io.frops.integrations.alertmanager;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.integrations.http.HttpApi;
import io.frops.integrations.http.SharedClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Questions that the daily work never asks, to one member of an Alertmanager. Every call throws
/// [IntegrationException] when it has no answer within 5 s.
public final class AlertmanagerInspection {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AlertmanagerMember member;

    /// @param address the member's API address, one of those in the settings
    public AlertmanagerInspection(AlertmanagerSettings settings, SharedClient client, URI address) {
        member =
                new AlertmanagerMember(
                        new HttpApi(
                                AlertmanagerSource.SYSTEM, client, address, settings.credential()));
    }

    /// What a member tells of itself.
    ///
    /// @param version for example `0.25.0`; empty when it does not say
    /// @param config its configuration in YAML, secrets as `<secret>`
    public record Status(String version, String config) {}

    /// Host and port.
    public String name() {
        return member.name();
    }

    public Status status() {
        return member.status(PATIENCE);
    }

    /// Posts an alert as Prometheus would.
    ///
    /// @param endsAt in the past when it has ended
    public void post(
            Map<String, String> labels,
            Map<String, String> annotations,
            Instant startsAt,
            Instant endsAt) {
        ObjectNode alert = JSON.createObjectNode();
        ObjectNode named = alert.putObject("labels");
        labels.forEach(named::put);
        ObjectNode told = alert.putObject("annotations");
        annotations.forEach(told::put);
        alert.put("startsAt", startsAt.toString()).put("endsAt", endsAt.toString());
        try {
            member.postAlerts(JSON.writeValueAsString(JSON.createArrayNode().add(alert)), PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException("a tree of texts can always be written", e);
        }
    }
}
