package io.frops.checks.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// `config/slack-manifest.yaml` installs the app in one paste, with the rights it needs and no
/// others.
class SlackManifestTest {
    /// What the events and features of the manifest itself need, beside the methods.
    private static final Map<String, String> SCOPE_OF_FEATURE =
            Map.of(
                    "app_mention",
                    "app_mentions:read",
                    "message.im",
                    "im:history",
                    "/frops",
                    "commands");

    private static final Pattern TEXT = Pattern.compile("\"([a-z]+\\.[A-Za-z.]+)\"");

    private final ObjectMapper json = new ObjectMapper();
    private final JsonNode manifest = manifest();
    private final Map<String, List<String>> methods = methods();

    @Test
    void the_manifest_is_what_slack_accepts() throws IOException {
        try (InputStream schema = resource("manifest.schema.json")) {
            var mistakes =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                            .getSchema(schema)
                            .validate(manifest);
            assertThat(mistakes).isEmpty();
        }
    }

    @Test
    void the_schema_refuses_what_slack_would() throws IOException {
        try (InputStream schema = resource("manifest.schema.json")) {
            var broken =
                    manifest.deepCopy()
                            .withObject("/display_information")
                            .put("name", "n".repeat(36));
            assertThat(
                            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                                    .getSchema(schema)
                                    .validate(
                                            json.createObjectNode()
                                                    .set("display_information", broken)))
                    .isNotEmpty();
        }
    }

    @Test
    void every_method_that_is_called_has_its_scope() {
        assertThat(methods)
                .allSatisfy((method, scopes) -> {
                    if (!scopes.isEmpty()) {
                        assertThat(scopes).as(method).containsAnyElementsOf(granted());
                    }
                });
    }

    @Test
    void no_scope_is_asked_for_that_nothing_needs() {
        Set<String> needed =
                methods.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
        needed.addAll(SCOPE_OF_FEATURE.values());

        assertThat(needed).containsAll(granted());
    }

    @Test
    void every_event_and_command_has_its_scope() {
        assertThat(texts("/settings/event_subscriptions/bot_events"))
                .contains("app_mention", "message.im");
        assertThat(granted()).containsAll(SCOPE_OF_FEATURE.values());
    }

    @Test
    void the_code_calls_no_method_that_is_not_listed() throws IOException {
        assertThat(called())
                .as(
                        "add it to slack/method-scopes.json, and its scope to config/slack-manifest.yaml")
                .contains("chat.postMessage", "chat.update")
                .isSubsetOf(methods.keySet());
    }

    /// Every name of a Web API method that the adapter's sources hold as a text.
    private Set<String> called() throws IOException {
        Set<String> known = catalogue();
        return House.mainSources().stream()
                .filter(file -> file.toString().contains("io/frops/integrations/slack"))
                .flatMap(file -> TEXT.matcher(House.read(file)).results())
                .map(text -> text.group(1))
                .filter(known::contains)
                .collect(Collectors.toSet());
    }

    /// All methods that Slack documents, from the simulated Slack.
    private Set<String> catalogue() throws IOException {
        try (InputStream all =
                Objects.requireNonNull(
                        getClass().getResourceAsStream("/io/frops/sandbox/slack/methods.json"))) {
            return json.readValue(all, new TypeReference<Map<String, JsonNode>>() {}).keySet();
        }
    }

    private List<String> granted() {
        return texts("/oauth_config/scopes/bot");
    }

    private List<String> texts(String pointer) {
        return StreamSupport.stream(manifest.at(pointer).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode manifest() {
        String yaml = House.read(House.ROOT.resolve("config/slack-manifest.yaml"));
        return json.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    private Map<String, List<String>> methods() {
        try (InputStream scopes = resource("method-scopes.json")) {
            return json.readValue(scopes, new TypeReference<Map<String, List<String>>>() {});
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                SlackManifestTest.class.getResourceAsStream("/slack/" + name), name);
    }
}
