package io.frops.checks.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.SignedSlack;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one bot takes and another one shows is one trace.
class OneTraceTest {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLER = "b7ad6b7169203331";
    private static final String TRACEPARENT = "00-" + TRACE + "-" + CALLER + "-01";
    private static final String TEAM = "T0SANDBOX";

    private Collector collector;
    private TwoTraced bots;
    private LogLines log;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        collector = new Collector();
        log = new LogLines();
        bots = new TwoTraced(folder, collector.endpoint());
    }

    @AfterEach
    void stop() {
        bots.close();
        log.close();
        collector.close();
    }

    private static String body(String summary) {
        return Bodies.of("HighErrorRate").summary(summary).firing("a1", START).json();
    }

    private List<Seen> in(String trace, String name) {
        return collector.spans().stream()
                .filter(s -> s.trace().equals(trace) && s.name().equals(name))
                .sorted(Comparator.comparingLong(Seen::start))
                .toList();
    }

    private Seen first(String name) {
        Eventually.await("a span " + name, World.PATIENCE, () -> !in(TRACE, name).isEmpty());
        return in(TRACE, name).getFirst();
    }

    @Test
    void a_notification_its_decision_its_write_and_its_card_are_one_trace_across_two_bots() {
        assertThat(bots.notify(body("5xx"), TRACEPARENT).status()).isEqualTo(200);
        bots.world().card("INC-1 SEV2 open");
        Seen card = first("card");
        Seen webhook = first("POST /webhooks/alertmanager");
        Seen write = first("write");
        Seen decide = first("decide");
        assertThat(webhook.parent()).as("the caller's trace goes on").isEqualTo(CALLER);
        assertThat(List.of(decide.parent(), write.parent())).containsOnly(webhook.id());
        assertThat(first("authenticate").parent()).isEqualTo(webhook.id());
        assertThat(first("parse").attribute("frops.alerts")).isEqualTo("1");
        assertThat(decide.attribute("frops.outcome")).isEqualTo("opened");
        assertThat(write.attributes())
                .containsAllEntriesOf(
                        Map.of(
                                "frops.incident", "INC-1",
                                "frops.version", "1",
                                "db.operation.name", "insert",
                                "frops.outcome", "done"));
        assertThat(card.parent()).as("across the hand-over").isEqualTo(write.id());
        assertThat(card.attributes())
                .containsAllEntriesOf(
                        Map.of(
                                "frops.action", "post",
                                "slack.method", "chat.postMessage",
                                "slack.channel", World.INCIDENTS,
                                "frops.attempts", "1"));
        assertThat(List.of(webhook, decide, write, card))
                .isSortedAccordingTo(Comparator.comparingLong(Seen::start));
        assertThat(webhook.instance()).startsWith("taker");
        assertThat(card.instance()).as("another bot's").isNotEqualTo(webhook.instance());
        assertThat(first("Slack chat.postMessage").parent()).isEqualTo(card.id());
    }

    @Test
    void the_log_lines_of_a_request_have_its_spans_trace_id() {
        bots.notify(body("5xx"), "none of W3C's");
        bots.world().card("INC-1 SEV2 open");
        Eventually.await(
                "the webhook's span",
                World.PATIENCE,
                () -> named("POST /webhooks/alertmanager").size() == 1);
        assertThat(log.traceIds("/webhooks/alertmanager"))
                .containsExactly(named("POST /webhooks/alertmanager").getFirst().trace());
    }

    private List<Seen> named(String name) {
        return collector.spans().stream().filter(s -> s.name().equals(name)).toList();
    }

    @Test
    void one_update_that_shows_several_changes_is_linked_to_each() {
        bots.notify(body("5xx"), TRACEPARENT);
        bots.world().card("INC-1 SEV2 open");
        bots.world().slack().faults().down(true);
        bots.world().command(World.CLARA, "ack", "INC-1");
        bots.world().command(World.CLARA, "severity", "INC-1", "SEV1");
        bots.world().slack().faults().down(false);
        bots.world().card("INC-1 SEV1 acknowledged");
        Eventually.await(
                "an update with a link",
                World.PATIENCE,
                () ->
                        named("card").stream()
                                .anyMatch(s ->
                                        s.attribute("frops.action").equals("update")
                                                && !s.links().isEmpty()));
        Seen update =
                named("card").stream().filter(s -> !s.links().isEmpty()).findFirst().orElseThrow();
        List<String> writes = named("write").stream().map(Seen::id).toList();
        assertThat(writes).contains(update.parent()).containsAll(update.links());
    }

    @Test
    void a_command_from_slack_is_received_gated_decided_written_and_answered_in_one_trace() {
        bots.notify(body("5xx"), TRACEPARENT);
        bots.world().card("INC-1 SEV2 open");
        new SignedSlack(bots.world().http(), World.SIGNING_SECRET)
                .post(
                        SignedSlack.command(World.CLARA, TEAM, "ack INC-1"),
                        bots.world().clock().instant());
        bots.world().card("INC-1 SEV2 acknowledged");
        Eventually.await(
                "the request's span",
                World.PATIENCE,
                () -> named("POST /slack/events").size() == 1);
        String trace = named("POST /slack/events").getFirst().trace();
        Eventually.await("the card's", World.PATIENCE, () -> !in(trace, "card").isEmpty());
        assertThat(List.of("gate", "decide", "write", "reply"))
                .allSatisfy(name -> assertThat(in(trace, name)).as(name).hasSize(1));
        assertThat(in(trace, "gate").getFirst().attributes())
                .containsAllEntriesOf(Map.of("frops.command", "ack", "frops.outcome", "run"));
    }

    @Test
    void neither_texts_nor_secrets_are_in_any_span() {
        bots.notify(body("the summary of somebody"), TRACEPARENT);
        bots.world().card("INC-1 SEV2 open");
        bots.world().command(World.CLARA, "note", "INC-1", "a private word");
        first("card");
        Eventually.await("the note's trace", World.PATIENCE, () -> named("write").size() == 2);
        assertThat(collector.spans().toString())
                .doesNotContain("somebody", "private", "HighErrorRate")
                .doesNotContain(World.WEBHOOK_TOKEN, World.BOT_TOKEN, World.SIGNING_SECRET);
    }

    @Test
    void rounds_that_change_nothing_are_no_traces() {
        bots.notify(body("5xx"), TRACEPARENT);
        first("card");
        assertThat(named("upkeep")).isEmpty();
        assertThat(named("reconcile")).isEmpty();
        assertThat(named("silences")).isEmpty();
    }
}
