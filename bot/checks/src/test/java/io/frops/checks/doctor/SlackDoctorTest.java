package io.frops.checks.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.app.cli.Exit;
import io.frops.sandbox.slack.api.Access;
import io.frops.sandbox.slack.workspace.Channel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can be wrong with Slack, one thing at a time.
class SlackDoctorTest {
    @TempDir Path folder;

    @Test
    void where_all_is_well_nothing_fails_and_nothing_warns() {
        try (Practice practice = new Practice(folder)) {
            Visit visit = practice.visit("--json");
            assertThat(visit.rows("fails")).isEmpty();
            assertThat(visit.rows("warning")).isEmpty();
            assertThat(visit.json().path("verdict").asText()).isEqualTo("ok");
            assertThat(visit.rows("ok"))
                    .anyMatch(row -> row.contains("one bot on one machine"))
                    .anyMatch(row -> row.contains("Slack door: HTTP, because slack.app-token"))
                    .anyMatch(row -> row.startsWith("Slack #incidents: the bot is in it"));
            assertThat(visit.exit()).isEqualTo(Exit.DONE);
        }
    }

    @Test
    void a_wrong_token() {
        try (Practice practice = new Practice(folder).token("xoxb-of-another-app")) {
            Visit visit = practice.visit("--json");
            visit.failsOnlyBy("Slack: ", "invalid_auth", "-> Set SLACK_BOT_TOKEN", "OAuth");
            assertThat(visit.out()).doesNotContain("xoxb-of-another-app");
        }
    }

    @Test
    void slack_is_not_reached() {
        try (Practice practice = new Practice(folder).slackAt("http://127.0.0.1:1/api/")) {
            practice.visit("--json")
                    .failsOnlyBy("Slack: ", "cannot reach 127.0.0.1", "-> Let this machine reach");
        }
    }

    @Test
    void a_missing_scope_is_named_with_what_it_is_for() {
        try (Practice practice = new Practice(folder, Practice.without("groups:history"))) {
            practice.visit("--json")
                    .failsOnlyBy(
                            "Slack scopes: missing groups:history (",
                            "private channels",
                            "add groups:history, then Reinstall");
        }
    }

    @Test
    void a_private_channel_that_the_bot_is_not_in() {
        try (Practice practice = new Practice(folder).routing("{default-channel: \"#war-room\"}")) {
            practice.slack().set(channel(Channel.Kind.PRIVATE, Set.of("U0ANA0001"), false));
            practice.visit("--json")
                    .failsOnlyBy(
                            "Slack #war-room: ",
                            "private and the bot is not in it",
                            "default-channel",
                            "/invite @frops");
        }
    }

    @Test
    void a_public_channel_that_the_bot_is_neither_in_nor_may_join() {
        try (Practice practice =
                new Practice(folder, Practice.without("channels:join", "chat:write.public"))
                        .routing("{default-channel: \"#war-room\"}")) {
            practice.slack().set(channel(Channel.Kind.PUBLIC, Set.of("U0ANA0001"), false));
            assertThat(practice.visit("--json").rows("fails"))
                    .anyMatch(row ->
                            row.startsWith("Slack #war-room: the bot is not in it")
                                    && row.contains("/invite @frops"));
        }
    }

    @Test
    void a_channel_that_does_not_exist() {
        try (Practice practice =
                new Practice(folder)
                        .routing(
                                "{default-channel: \"#incidents\", by-severity: {SEV1: \"#incidnets\"}}")) {
            practice.visit("--json")
                    .failsOnlyBy(
                            "Slack #incidnets: there is no such channel",
                            "by-severity SEV1",
                            "-> Create it, or name another");
        }
    }

    @Test
    void a_channel_that_is_archived() {
        try (Practice practice =
                new Practice(folder)
                        .routing(
                                "{default-channel: \"#incidents\", fallback-channel: C0WARROOM}")) {
            practice.slack().set(channel(Channel.Kind.PUBLIC, Set.of("U0FROPS01"), true));
            practice.visit("--json")
                    .failsOnlyBy("Slack C0WARROOM: the channel is archived", "-> Unarchive it");
        }
    }

    @Test
    void a_clock_six_minutes_off_fails_as_signatures_would_be_refused() {
        try (Practice practice = new Practice(folder)) {
            practice.clock().push(Duration.ofMinutes(6));
            practice.visit("--json")
                    .failsOnlyBy("Slack clock: ", "ahead of Slack's", "-> Let", "time server");
        }
    }

    @Test
    void a_clock_two_minutes_off_is_a_warning() {
        try (Practice practice = new Practice(folder)) {
            practice.clock().push(Duration.ofMinutes(2));
            practice.visit("--json").warnsOnlyBy("Slack clock: ", "ahead of Slack's");
        }
    }

    @Test
    void no_admin() {
        try (Practice practice = new Practice(folder).admins("[U0NOBODY1, U0EVE0001, U0FAY0001]")) {
            practice.visit("--json")
                    .failsOnlyBy(
                            "Slack admins: no admin: ",
                            "U0NOBODY1 is not known",
                            "U0EVE0001 is a guest",
                            "U0FAY0001 is of another workspace",
                            "-> Put your own member id into access.admins");
        }
    }

    @Test
    void a_stray_admin_beside_a_true_one_is_a_warning() {
        try (Practice practice = new Practice(folder).admins("[U0ANA0001, U0EVE0001]")) {
            practice.visit("--json").warnsOnlyBy("Slack admins: U0EVE0001 is a guest");
        }
    }

    @Test
    void a_token_of_another_workspace_than_the_configured() {
        try (Practice practice = new Practice(folder).slack("team: T0ELSEWHERE")) {
            practice.visit("--json")
                    .failsOnlyBy(
                            "Slack workspace: slack.team is T0ELSEWHERE",
                            "T0SANDBOX",
                            "-> Write slack.team: T0SANDBOX");
        }
    }

    @Test
    void socket_mode_is_on_and_its_token_is_taken() {
        try (Practice practice = socketMode(Set.of("connections:write"))) {
            Visit visit = practice.visit("--json");
            assertThat(visit.rows("fails")).isEmpty();
            assertThat(visit.rows("warning")).isEmpty();
            assertThat(visit.rows("ok"))
                    .anyMatch(row ->
                            row.startsWith("Slack door: Socket Mode, because slack.app-token"));
            assertThat(practice.slack().sockets().tally().connections()).isZero();
        }
    }

    @Test
    void an_app_token_that_is_not_the_apps() {
        try (Practice practice = new Practice(folder).slack("app-token: xapp-1-of-another-app")) {
            Visit visit = practice.visit("--json");
            visit.failsOnlyBy(
                    "Slack door: Socket Mode, because",
                    "invalid_auth",
                    "-> Put an app-level token",
                    "SLACK_APP_TOKEN");
            assertThat(visit.out()).doesNotContain("xapp-1-of-another-app");
        }
    }

    @Test
    void an_app_token_without_its_scope() {
        try (Practice practice = socketMode(Set.of("authorizations:read"))) {
            practice.visit("--json")
                    .failsOnlyBy(
                            "Slack door: ", "missing_scope", "lacks the scope connections:write");
        }
    }

    private Practice socketMode(Set<String> scopes) {
        return new Practice(
                        folder,
                        s ->
                                s.withAccess(
                                        new Access(
                                                Practice.TOKEN,
                                                Access.ALL,
                                                new Access.App("xapp-1-practice", scopes))))
                .slack("app-token: xapp-1-practice");
    }

    private static Channel channel(Channel.Kind kind, Set<String> members, boolean archived) {
        return new Channel("C0WARROOM", "war-room", kind, "", members, archived, 1_700_000_000L);
    }
}
