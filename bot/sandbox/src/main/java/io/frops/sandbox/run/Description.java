package io.frops.sandbox.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;

/// What others need to know of a running sandbox: the content of `sandbox.json`.
///
/// @param page of the simulated Slack
/// @param bot base address
/// @param mongodb address of the bot's embedded store
public record Description(
        URI page,
        URI bot,
        String webhookToken,
        Slack slack,
        List<Member> people,
        URI alertmanager,
        String mongodb,
        Kubernetes kubernetes) {
    static final String FILE = "sandbox.json";

    public Description {
        people = List.copyOf(people);
    }

    /// @param api ends in `/api/`
    /// @param channel the id of #incidents
    public record Slack(
            URI api, String botToken, String signingSecret, String team, String channel) {}

    /// @param role viewer, responder, operator or admin
    /// @param token personal, for `POST /commands`
    public record Member(String id, String name, String role, boolean approver, String token) {}

    public record Kubernetes(URI server, String token, String namespace) {}

    byte[] json() {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
