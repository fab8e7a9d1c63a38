package io.frops.integrations.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.frops.core.access.AccessPolicy;
import io.frops.core.access.DirectoryCache;
import io.frops.core.access.GroupId;
import io.frops.core.access.Membership;
import io.frops.core.access.PersonId;
import io.frops.core.access.Role;
import io.frops.core.access.Standing;
import io.frops.core.access.Standings;
import io.frops.core.memory.MemoryDirectoryCache;
import io.frops.core.observe.Arrows;
import io.frops.core.testing.ManualClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackStandingsTest {
    @RegisterExtension static final WireMockExtension SERVER = SlackStub.server();

    private static final PersonId ADMIN = new PersonId("U0");
    private static final PersonId ANA = new PersonId("U1");
    private static final AccessPolicy POLICY =
            new AccessPolicy(
                    Map.of(ADMIN, Role.ADMIN),
                    Map.of(
                            new GroupId("S1"), Role.RESPONDER,
                            new GroupId("S2"), Role.OPERATOR));

    private final SlackStub slack = new SlackStub(SERVER);
    private final ManualClock clock = new ManualClock();
    private final MemoryDirectoryCache cache = new MemoryDirectoryCache();
    private final Standings standings = patient(Duration.ofSeconds(30));

    private Standings patient(Duration patience) {
        SlackCalls calls =
                new SlackCalls(
                        slack.settings(),
                        SlackObserver.none(),
                        clock,
                        Arrows.NONE,
                        Duration.ofSeconds(30));
        SlackTeam team = new SlackTeam(calls, slack.settings().team());
        return new SlackStandings(POLICY, new SlackDirectory(calls, team), cache, clock, patience);
    }

    @BeforeEach
    void somebody_answers() {
        user("\"is_restricted\":false");
        slack.says("usergroups.users.list", "{\"ok\":true,\"users\":[\"U1\"]}");
    }

    @Test
    void who_is_named_waits_for_no_look_up() {
        slack.says("users.info", "{\"ok\":false,\"error\":\"internal_error\"}");
        assertThat(standings.of(ADMIN)).isEqualTo(new Standing.Known(ADMIN, Role.ADMIN));
    }

    @Test
    void a_guest_who_is_named_is_denied_once_slack_has_said_so() {
        var guest = new Membership.Stranger("eve", "a guest");
        cache.keep(ADMIN, new DirectoryCache.Dated<>(guest, clock.instant()));
        assertThat(standings.of(ADMIN)).isEqualTo(new Standing.Outsider("eve", "a guest"));
    }

    @Test
    void a_member_has_the_best_role_of_the_groups() {
        assertThat(standings.of(ANA)).isEqualTo(new Standing.Known(ANA, Role.OPERATOR));
    }

    @Test
    void a_member_of_no_group_is_unlisted() {
        slack.says("usergroups.users.list", "{\"ok\":true,\"users\":[]}");
        assertThat(standings.of(ANA)).isEqualTo(new Standing.Unlisted(ANA));
    }

    @ParameterizedTest
    @CsvSource({
        "is_restricted, a guest",
        "is_ultra_restricted, a guest",
        "is_bot, a bot",
        "is_stranger, of another workspace",
        "deleted, deactivated",
    })
    void guests_bots_and_strangers_are_outsiders_whatever_their_groups(String flag, String why) {
        user("\"" + flag + "\":true");
        assertThat(standings.of(ANA)).isEqualTo(new Standing.Outsider("ana", why));
    }

    @Test
    void somebody_whose_home_is_elsewhere_is_an_outsider_unless_the_organization_says_otherwise() {
        user("\"team_id\":\"T2\"");
        assertThat(standings.of(ANA)).isInstanceOf(Standing.Outsider.class);
        clock.advance(Duration.ofMinutes(11));
        user("\"team_id\":\"T2\",\"enterprise_user\":{\"teams\":[\"T1\",\"T2\"]}");
        assertThat(standings.of(ANA)).isInstanceOf(Standing.Known.class);
    }

    @Test
    void the_workspace_is_learned_from_the_token_when_none_is_configured() {
        SlackSettings given = slack.settings();
        SlackConnection connection =
                new SlackConnection(
                        new SlackSettings(
                                given.botToken(),
                                given.signingSecret(),
                                Optional.empty(),
                                given.apiUrl(),
                                Optional.empty()),
                        SlackObserver.none(),
                        clock,
                        () -> "id");
        assertThat(connection.team().known()).isEmpty();
        slack.says("auth.test", "{\"ok\":true,\"team_id\":\"T9\",\"user_id\":\"UBOT\"}");
        assertThat(connection.identity().botUser()).isEqualTo("UBOT");
        assertThat(connection.team().known()).contains("T9");
    }

    @Test
    void an_answer_is_not_asked_for_again_within_ten_minutes() {
        standings.of(ANA);
        clock.advance(Duration.ofMinutes(9));
        standings.of(ANA);
        assertThat(slack.sent("users.info")).hasSize(1);
        assertThat(slack.sent("usergroups.users.list")).hasSize(2);
        clock.advance(Duration.ofMinutes(2));
        standings.of(ANA);
        assertThat(slack.sent("users.info")).hasSize(2);
    }

    @Test
    void a_hung_slack_leaves_yesterdays_answer_and_nothing_older() {
        standings.of(ANA);
        hang();
        Standings hasty = patient(Duration.ofMillis(100));
        clock.advance(Duration.ofHours(23));
        assertThat(hasty.of(ANA)).isEqualTo(new Standing.Known(ANA, Role.OPERATOR));
        clock.advance(Duration.ofHours(2));
        assertThat(hasty.of(ANA))
                .isEqualTo(new Standing.Unsure(ANA, "Slack did not answer in time"));
    }

    @Test
    void who_was_never_seen_is_unsure_while_slack_is_down_with_the_reason() {
        slack.fails("users.info", 503);
        assertThat(standings.of(ANA))
                .isEqualTo(new Standing.Unsure(ANA, "users.info: Slack answered HTTP 503"));
    }

    @Test
    void a_missing_scope_is_the_reason() {
        slack.says(
                "usergroups.users.list",
                "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"usergroups:read\"}");
        assertThat(standings.of(ANA))
                .isInstanceOfSatisfying(
                        Standing.Unsure.class,
                        u -> assertThat(u.why()).contains("usergroups:read"));
    }

    private void user(String fields) {
        slack.says(
                "users.info",
                "{\"ok\":true,\"user\":{\"id\":\"U1\",\"name\":\"ana\"," + fields + "}}");
    }

    private void hang() {
        slack.answers("/api/users.info", okJson("{}").withFixedDelay(20_000));
        slack.answers("/api/usergroups.users.list", okJson("{}").withFixedDelay(20_000));
    }
}
