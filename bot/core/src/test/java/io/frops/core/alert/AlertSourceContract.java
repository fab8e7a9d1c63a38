package io.frops.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frops.core.alert.Activity.Answer;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.core.testing.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// What the rest of the bot relies on of an alert source. The world behind it is shared by the
/// tests, so each uses alert names of its own.
public abstract class AlertSourceContract {
    private static final Duration SOON = Duration.ofSeconds(20);

    private String me = "";

    /// A source, and the means to make its alerts. It is set up so: our receiver is `frops`,
    /// grouped by alertname and cluster; what has `team="elsewhere"` goes to another receiver; what
    /// fires with `severity="critical"` inhibits what has `severity="warning"` in the same cluster.
    public interface World {
        AlertSource source();

        /// The same source with one more member, which nobody is.
        AlertSource withDeadMember();

        /// The source's own time.
        Instant now();

        /// Lets an alert fire until it is resolved.
        void fire(Map<String, String> labels, Instant startsAt);

        void resolve(Map<String, String> labels, Instant startsAt);
    }

    protected abstract World world();

    @BeforeEach
    void name(TestInfo test) {
        me = test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void what_fires_is_held_active_with_its_key_and_the_labels_of_its_group() {
        // The webhook tells nanoseconds, the API milliseconds: the key must be the same from both.
        Instant start = Instant.parse("2026-01-02T03:04:05.678901234Z");
        Map<String, String> labels = labels("cluster", "c1", "instance", "a \"quoted\" \\ one");
        world().fire(labels, start);
        Eventually.await("its group is there", SOON, () -> !await(labels).groups().isEmpty());
        Poll.Held held = await(labels);
        assertThat(held.active()).isTrue();
        assertThat(held.receivers()).containsExactly("frops");
        assertThat(held.groups()).containsExactly(Map.of("alertname", me, "cluster", "c1"));
        assertThat(held.alert().labels()).isEqualTo(labels);
        assertThat(held.alert().firing()).isTrue();
        assertThat(held.alert().key().startsAt())
                .isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
    }

    @Test
    void a_member_says_how_long_it_has_been_up() {
        Poll poll = world().source().poll();
        assertThat(poll.complete()).isTrue();
        assertThat(poll.answered())
                .allSatisfy(
                        m -> assertThat(m.uptime()).isBetween(Duration.ZERO, Duration.ofHours(2)));
    }

    @Test
    void what_resolved_is_held_no_more_and_absent_when_asked_for() {
        Map<String, String> labels = labels();
        Instant start = world().now();
        world().fire(labels, start);
        String fingerprint = await(labels).alert().key().fingerprint();
        assertThat(activity(fingerprint)).isEqualTo(Answer.ACTIVE);
        world().resolve(labels, start);
        Eventually.await("it is gone", SOON, () -> held(labels).isEmpty());
        assertThat(activity(fingerprint)).isEqualTo(Answer.ABSENT);
    }

    @Test
    void another_receivers_alert_is_held_and_known_as_such() {
        Map<String, String> labels = labels("team", "elsewhere");
        world().fire(labels, world().now());
        Poll.Held held = await(labels);
        assertThat(held.receivers()).containsExactly("other");
        assertThat(held.groups()).isEmpty();
    }

    @Test
    void an_inhibited_alert_is_held_but_not_active() {
        Map<String, String> weak = labels("cluster", me, "severity", "warning");
        Map<String, String> strong = labels("cluster", me, "severity", "critical");
        world().fire(strong, world().now());
        world().fire(weak, world().now());
        Eventually.await("it is inhibited", SOON, () -> !await(weak).active());
        assertThat(await(strong).active()).isTrue();
    }

    @Test
    void a_silence_mutes_exactly_what_the_preview_said_until_it_is_ended() {
        String hostile = "x\",y=~\".*\\|\n*";
        Map<String, String> muted = labels("instance", hostile);
        Map<String, String> spared = labels("instance", "x");
        world().fire(muted, world().now());
        world().fire(spared, world().now());
        await(muted);
        await(spared);
        List<LabelMatcher> matchers =
                List.of(new LabelMatcher("alertname", me), new LabelMatcher("instance", hostile));
        assertThat(world().source().wouldMute(matchers))
                .extracting(Alert::labels)
                .containsExactly(muted);

        String id = world().source().silence(silence(matchers));
        Eventually.await("it is muted", SOON, () -> !await(muted).active());
        assertThat(await(spared).active()).isTrue();
        assertThat(world().source().wouldMute(matchers)).isEmpty();
        assertThat(activity(await(muted).alert().key().fingerprint())).isEqualTo(Answer.ACTIVE);

        world().source().endSilence(id);
        Eventually.await("it is active again", SOON, () -> await(muted).active());
        assertThatCode(() -> world().source().endSilence(id)).doesNotThrowAnyException();
    }

    @Test
    void a_silence_is_listed_as_it_was_made_until_it_is_ended() {
        var made = silence(List.of(new LabelMatcher("instance", "x\",y=~\".*\\|\n*"), mine()));
        String id = world().source().silence(made);
        Eventually.await("it is listed", SOON, () -> listed(id).isPresent());
        ActiveSilence held = listed(id).orElseThrow();
        assertThat(held.owner()).isEqualTo("ana");
        assertThat(held.comment()).isEqualTo("INC-1: planned");
        assertThat(held.matchers()).containsExactlyInAnyOrderElementsOf(made.matchers());
        assertThat(held.until()).isEqualTo(made.until().truncatedTo(ChronoUnit.MILLIS));

        world().source().endSilence(id);
        Eventually.await("it is listed no more", SOON, () -> listed(id).isEmpty());
    }

    private LabelMatcher mine() {
        return new LabelMatcher("alertname", me);
    }

    private Optional<ActiveSilence> listed(String id) {
        return world().source().silences().stream().filter(s -> s.id().equals(id)).findFirst();
    }

    @Test
    void ending_a_silence_that_never_was_is_fine() {
        assertThatCode(() -> world().source().endSilence("3f0b4d4e-0000-4000-8000-000000000000"))
                .doesNotThrowAnyException();
        assertThatCode(() -> world().source().endSilence("../alerts")).doesNotThrowAnyException();
    }

    @Test
    void a_silence_that_the_source_refuses_is_our_mistake_and_says_why() {
        var nothing = silence(List.of(new LabelMatcher("instance", "")));
        assertThatThrownBy(() -> world().source().silence(nothing))
                .isInstanceOfSatisfying(
                        IntegrationException.class,
                        e -> {
                            assertThat(e.kind()).isEqualTo(Kind.INVALID);
                            assertThat(e.safeMessage()).contains("empty string");
                        });
    }

    @Test
    void a_member_that_does_not_answer_is_told_and_its_no_is_not_assumed() {
        AlertSource source = world().withDeadMember();
        Map<String, String> labels = labels();
        world().fire(labels, world().now());
        String fingerprint = await(labels).alert().key().fingerprint();
        Poll poll = source.poll();
        assertThat(poll.complete()).isFalse();
        assertThat(poll.members()).hasSize(2).hasAtLeastOneElementOfType(Poll.Silent.class);
        Activity activity = source.activity(Set.of(fingerprint, "0000000000000000"));
        assertThat(activity.of(fingerprint)).isEqualTo(Answer.ACTIVE);
        assertThat(activity.of("0000000000000000")).isEqualTo(Answer.UNREACHABLE);
    }

    private SilenceRequest silence(List<LabelMatcher> matchers) {
        Instant now = world().now();
        return new SilenceRequest(matchers, now, now.plusSeconds(600), "ana", "INC-1: planned");
    }

    private Answer activity(String fingerprint) {
        return world().source().activity(Set.of(fingerprint)).of(fingerprint);
    }

    private Poll.Held await(Map<String, String> labels) {
        Eventually.await(labels + " is held", SOON, () -> held(labels).isPresent());
        return held(labels).orElseThrow();
    }

    private Optional<Poll.Held> held(Map<String, String> labels) {
        return world().source().poll().answered().stream()
                .flatMap(member -> member.held().stream())
                .filter(held -> held.alert().labels().equals(labels))
                .findFirst();
    }

    private Map<String, String> labels(String... more) {
        Map<String, String> labels = new HashMap<>();
        labels.put("alertname", me);
        labels.put("cluster", "c-" + me);
        for (int i = 0; i < more.length; i += 2) {
            labels.put(more[i], more[i + 1]);
        }
        return Map.copyOf(labels);
    }
}
