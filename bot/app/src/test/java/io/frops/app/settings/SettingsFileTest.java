package io.frops.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.config.Mistake;
import io.frops.config.Outcome;
import io.frops.core.access.PersonId;
import io.frops.core.access.Role;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.alert.SourceName;
import io.frops.core.incident.IncidentRules;
import io.frops.core.incident.Severity;
import io.frops.core.incident.SeverityRules;
import io.frops.core.intake.Heartbeat;
import io.frops.core.notify.Routes;
import io.frops.core.oncall.Person;
import io.frops.core.platform.Service;
import io.frops.core.platform.ServiceName;
import io.frops.core.settings.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    private static final Path SHIPPED = Path.of("../../config/frops.yaml");
    private static final Map<String, String> COMPLETE =
            Map.of(
                    "SLACK_BOT_TOKEN", "xoxb-1",
                    "SLACK_SIGNING_SECRET", "s",
                    "FROPS_MONGODB_URI", "mongodb://db/frops",
                    "FROPS_WEBHOOK_TOKEN", "w",
                    "FROPS_ADMIN", "U1");
    private static final String LEAST = "access: {admins: [U1]}\n";

    @TempDir Path folder;

    @Test
    void the_shipped_file_has_only_warnings_of_unset_variables() {
        List<Mistake> mistakes = SettingsFile.check(SHIPPED, Map.of());

        assertThat(mistakes).noneMatch(Mistake::isError);
        assertThat(mistakes)
                .extracting(Mistake::path)
                .containsExactly(
                        "slack.bot-token",
                        "slack.signing-secret",
                        "state.uri",
                        "access.admins[0]",
                        "alertmanagers[0].token");
    }

    @Test
    void the_shipped_file_starts_with_five_variables() {
        Settings settings = loaded(SHIPPED, COMPLETE);

        assertThat(settings.slack().appToken()).isEmpty();
        assertThat(settings.state().isEmbedded()).isFalse();
        assertThat(settings.access().policy().named(new PersonId("U1"))).contains(Role.ADMIN);
        assertThat(settings.platform().find("face-registration"))
                .get()
                .satisfies(service -> {
                    assertThat(service.name()).isEqualTo(new ServiceName("face-recognition"));
                    assertThat(service.tier()).isEqualTo(Service.Tier.CRITICAL);
                    assertThat(service.deployments())
                            .containsExactly(new Service.Deployment("default", "face-recognition"));
                });
    }

    @Test
    void the_shipped_file_says_what_holds_when_a_line_is_left_out() {
        Settings shipped = loaded(SHIPPED, COMPLETE);
        Settings least = loaded(file(LEAST), COMPLETE);

        assertThat(least.server()).isEqualTo(shipped.server());
        assertThat(least.slack()).isEqualTo(shipped.slack());
        assertThat(least.routing()).isEqualTo(shipped.routing());
        assertThat(least.severity()).isEqualTo(shipped.severity());
        assertThat(least.incidents()).isEqualTo(shipped.incidents());
        assertThat(least.escalation()).isEqualTo(shipped.escalation());
        assertThat(least.people()).isEqualTo(shipped.people());
        assertThat(least.kubernetes()).isEqualTo(shipped.kubernetes());
        assertThat(least.probes()).isEqualTo(shipped.probes());
        assertThat(least.logging()).isEqualTo(shipped.logging());
        assertThat(least.timeZone()).isEqualTo(shipped.timeZone());
    }

    @Test
    void the_defaults_are_the_guide_s() {
        assertThat(loaded(SHIPPED, COMPLETE).rules()).isEqualTo(IncidentRules.defaults());
        assertThat(loaded(SHIPPED, COMPLETE).severity().severityRules())
                .isEqualTo(SeverityRules.defaults());
    }

    @Test
    void routes_severities_and_heartbeats_reach_the_domain() {
        Settings settings =
                loaded(
                        file(
                                LEAST
                                        + """
                                        routing:
                                          default-channel: C1
                                          by-severity: {SEV1: "#worst"}
                                          by-service: {backend: "#backend"}
                                        services: [{name: backend}]
                                        severity:
                                          mapping: {Page: SEV2}
                                          rules: [{matchers: {alertname: DataLoss}, severity: SEV1}]
                                        alertmanagers:
                                          - token: w
                                            heartbeat: {matchers: {alertname: Watchdog}, within: 2m}
                                        """),
                        COMPLETE);

        Routes routes = settings.routing().routes();
        assertThat(routes.channel("backend", Severity.SEV1)).isEqualTo("#worst");
        assertThat(routes.channel("backend", Severity.SEV2)).isEqualTo("#backend");
        assertThat(routes.channel("frontend", Severity.SEV2)).isEqualTo("C1");
        assertThat(routes.fallback()).isEqualTo("C1");
        assertThat(settings.severity().severityRules().mapping())
                .isEqualTo(Map.of("page", Severity.SEV2));
        assertThat(settings.severity().severityRules().rules())
                .containsExactly(
                        new SeverityRules.Rule(
                                List.of(new LabelMatcher("alertname", "DataLoss")), Severity.SEV1));
        assertThat(settings.alertmanagers().getFirst().heartbeatRules())
                .contains(
                        new Heartbeat(
                                new SourceName("main"),
                                List.of(new LabelMatcher("alertname", "Watchdog")),
                                Duration.ofMinutes(2)));
    }

    @Test
    void what_rules_leave_out_stays_the_guide_s() {
        IncidentRules rules =
                loaded(
                                file(
                                        LEAST
                                                + "incidents: {response-targets: {SEV1: 5m, SEV3: next business day}}\n"
                                                + "escalation: {SEV2: [], SEV4: [1h]}\n"),
                                COMPLETE)
                        .rules();

        assertThat(rules.targets().within())
                .isEqualTo(
                        Map.of(
                                Severity.SEV1,
                                Duration.ofMinutes(5),
                                Severity.SEV2,
                                Duration.ofMinutes(30)));
        assertThat(rules.escalation().steps())
                .containsOnlyKeys(Severity.SEV1, Severity.SEV3, Severity.SEV4);
    }

    @Test
    void people_answer_at_their_level() {
        Settings settings =
                loaded(
                        file(
                                LEAST
                                        + "people: [{id: U1, name: Ana}, {id: U2, name: Bo, level: 2}]\n"),
                        COMPLETE);

        assertThat(settings.answering().atLevel(2)).extracting(Person::name).containsExactly("Bo");
        assertThat(settings.answering().atLevel(1)).extracting(Person::name).containsExactly("Ana");
    }

    @Test
    void variables_win_over_the_file() {
        Settings settings =
                loaded(
                        file(
                                LEAST
                                        + "slack: {bot-token: a, signing-secret: b, api-url: https://a.test/api/}\n"
                                        + "alertmanagers: [{token: c}]\n"),
                        Map.of(
                                "SLACK_BOT_TOKEN", "xoxb-2",
                                "SLACK_SIGNING_SECRET", "s2",
                                "SLACK_APP_TOKEN", "xapp-2",
                                "SLACK_API_URL", "http://127.0.0.1:1/api/",
                                "FROPS_MONGODB_URI", "mongodb://two",
                                "FROPS_WEBHOOK_TOKEN", "w2"));

        assertThat(settings.slack().botToken()).isEqualTo(Secret.parse("xoxb-2"));
        assertThat(settings.slack().signingSecret()).isEqualTo(Secret.parse("s2"));
        assertThat(settings.slack().appToken()).contains(Secret.parse("xapp-2"));
        assertThat(settings.slack().apiUrl()).isEqualTo(URI.create("http://127.0.0.1:1/api/"));
        assertThat(settings.state().uri()).contains(Secret.parse("mongodb://two"));
        assertThat(settings.alertmanagers().getFirst().token()).contains(Secret.parse("w2"));
    }

    @Test
    void without_store_or_address_the_compose_file_is_named() {
        assertThat(broken(LEAST, without("FROPS_MONGODB_URI")))
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.what()).isEqualTo("state: there is nowhere to keep state.");
                    assertThat(mistake.remedy())
                            .contains("FROPS_MONGODB_URI")
                            .contains("docker/compose.yaml")
                            .contains("embedded");
                });
    }

    @Test
    void without_an_admin_it_says_where_to_find_one_s_own_id() {
        assertThat(broken("people: []\n", COMPLETE))
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.what()).isEqualTo("access.admins: names no person.");
                    assertThat(mistake.remedy()).contains("Copy member ID");
                });
    }

    @Test
    void every_mistake_across_sections_is_told_with_its_line() {
        List<Mistake> mistakes =
                broken(
                        """
                        access:
                          admins: [U1]
                          viewers: [U1]
                        alertmanagers:
                          - {token: a}
                          - {token: b}
                        routing:
                          by-service:
                            backnd: "#backend"
                        escalation:
                          SEV1: [5m, 0m]
                          SEV2: [0m, 1m, 2m, 3m, 4m]
                        people:
                          - {id: U1, name: Ana}
                          - {id: U1, name: Bo}
                        services:
                          - {name: backend, aliases: [api]}
                          - {name: API}
                        time-zone: Mars
                        """,
                        COMPLETE);

        assertThat(mistakes).extracting(Mistake::line).containsExactly(2, 6, 9, 11, 12, 15, 18, 19);
        assertThat(mistakes.get(2).what())
                .contains("\"backnd\"")
                .contains("Did you mean \"backend\"?");
        assertThat(mistakes).allSatisfy(mistake -> assertThat(mistake.remedy()).isNotBlank());
    }

    @Test
    void every_mistake_inside_sections_is_told_with_its_line() {
        List<Mistake> mistakes =
                broken(
                        """
                        server: {port: 99999}
                        slack: {api-url: https://slack.com/api, signing-secret: s, team: acme}
                        state: {store: embedded}
                        access: {admins: [ana]}
                        alertmanagers: [{basic: {user: u, password: p}, token: t}]
                        routing:
                          default-channel: incidents
                          by-severity: {SEV5: "#x"}
                        severity:
                          mapping: {critical: SEV1}
                        incidents: {response-targets: {SEV1: soon}, business-hours: {days: []}}
                        people:
                          - {id: ana, name: Ana}
                          - {id: U2, name: Bo, level: 5}
                          - {id: U3, name: Cy, phone: 0123}
                          - {id: U4, name: Di, email: di}
                        kubernetes: {server: "https://k:6443"}
                        probes: {timeout: 0s}
                        """,
                        COMPLETE);

        assertThat(mistakes)
                .extracting(Mistake::line)
                .containsExactly(1, 2, 3, 4, 5, 7, 8, 10, 11, 11, 13, 14, 15, 16, 17, 18);
        assertThat(mistakes).allSatisfy(mistake -> assertThat(mistake.remedy()).isNotBlank());
    }

    private static Map<String, String> without(String variable) {
        var less = new java.util.HashMap<>(COMPLETE);
        less.remove(variable);
        return less;
    }

    private static Settings loaded(Path file, Map<String, String> environment) {
        return switch (SettingsFile.load(file, environment)) {
            case Outcome.Loaded<Settings>(var settings, _) -> settings;
            case Outcome.Broken<Settings>(var mistakes) -> throw new AssertionError(mistakes);
        };
    }

    private List<Mistake> broken(String yaml, Map<String, String> environment) {
        return switch (SettingsFile.load(file(yaml), environment)) {
            case Outcome.Loaded<Settings> loaded -> throw new AssertionError(loaded);
            case Outcome.Broken<Settings>(var mistakes) -> mistakes;
        };
    }

    private Path file(String yaml) {
        try {
            return Files.writeString(folder.resolve("frops.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
