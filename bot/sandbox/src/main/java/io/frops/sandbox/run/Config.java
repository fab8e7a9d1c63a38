package io.frops.sandbox.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frops.core.platform.Service;
import io.frops.sandbox.slack.workspace.Person;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes the bot's settings for the sandbox as the YAML file that a real installation would have.
/// JSON is YAML.
final class Config {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Config() {}

    /// Where the sandbox's parts are.
    record Parts(
            int botPort,
            URI slackApi,
            URI alertmanager,
            URI kubernetes,
            String namespace,
            String botToken,
            String signingSecret,
            String webhookToken,
            String kubernetesToken,
            Path data,
            List<Service> services,
            List<Person> people) {}

    static byte[] yaml(Parts parts) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put(
                "server",
                Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        parts.botPort(),
                        "public-url",
                        "http://127.0.0.1:" + parts.botPort()));
        root.put(
                "slack",
                Map.of(
                        "bot-token", parts.botToken(),
                        "signing-secret", parts.signingSecret(),
                        "api-url", parts.slackApi().toString()));
        root.put("state", Map.of("store", "embedded", "data-dir", parts.data().toString()));
        root.put("access", access(parts.people()));
        root.put(
                "alertmanagers",
                List.of(
                        Map.of(
                                "name",
                                "main",
                                "token",
                                parts.webhookToken(),
                                "receiver",
                                "frops",
                                "members",
                                List.of(parts.alertmanager().toString()))));
        root.put(
                "routing", Map.of("default-channel", "#incidents", "fallback-channel", "#general"));
        root.put("people", people(parts.people()));
        root.put("services", parts.services().stream().map(Config::service).toList());
        root.put(
                "kubernetes",
                Map.of(
                        "enabled", true,
                        "server", parts.kubernetes().toString(),
                        "token", parts.kubernetesToken(),
                        "namespace", parts.namespace()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> access(List<Person> people) {
        Map<String, Object> access = new LinkedHashMap<>();
        for (String role : List.of("admin", "operator", "responder", "viewer")) {
            access.put(
                    role + "s",
                    people.stream().filter(p -> role.equals(p.role())).map(Person::id).toList());
        }
        return access;
    }

    /// Level 1 are those who respond, level 2 the operator, level 3 the admin.
    private static List<Map<String, Object>> people(List<Person> people) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Person person : people) {
            int level =
                    switch (person.role()) {
                        case "responder" -> 1;
                        case "operator" -> 2;
                        case "admin" -> 3;
                        default -> 0;
                    };
            if (level > 0) {
                all.add(Map.of("id", person.id(), "name", person.name(), "level", level));
            }
        }
        return all;
    }

    private static Map<String, Object> service(Service service) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", service.name().value());
        one.put("aliases", service.aliases());
        one.put("tier", service.tier().name().toLowerCase(java.util.Locale.ROOT));
        one.put("owner", service.owner());
        one.put("health", service.probes().stream().map(URI::toString).toList());
        one.put(
                "workloads",
                Map.of(
                        "kubernetes",
                        service.deployments().stream()
                                .map(d ->
                                        Map.of("namespace", d.namespace(), "deployment", d.name()))
                                .toList()));
        URI runbook = service.runbook();
        if (runbook != null) {
            one.put("runbook", runbook.toString());
        }
        URI dashboard = service.dashboard();
        if (dashboard != null) {
            one.put("dashboard", dashboard.toString());
        }
        return one;
    }
}
