package io.frops.sandbox.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frops.sandbox.slack.workspace.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceTest {
    @TempDir Path folder;

    private Slack at(Path file) {
        return new Slack(s -> s.withFile(file));
    }

    @Test
    void what_was_confirmed_is_there_after_a_start_from_the_same_file() throws IOException {
        Path copy = folder.resolve("copy.jsonl");
        Path file = folder.resolve("slack.jsonl");
        List<Message> before;
        try (Slack slack = at(file)) {
            String ts = slack.card(Slack.actions(Slack.button("ack", "1")));
            slack.call(
                    "chat.update",
                    "{\"channel\":\"C0INCIDENT\",\"ts\":\"" + ts + "\",\"text\":\"changed\"}");
            slack.call(
                    "chat.postMessage",
                    "{\"channel\":\"C0INCIDENT\",\"text\":\"reply\",\"thread_ts\":\""
                            + ts
                            + "\",\"metadata\":{\"event_type\":\"e\",\"event_payload\":{\"n\":1}}}");
            slack.call(
                    "chat.postEphemeral",
                    "{\"channel\":\"C0INCIDENT\",\"user\":\"U0ANA0001\",\"text\":\"psst\"}");
            slack.simulator.as(Slack.ANA).command(Slack.CHANNEL, "/frops x");
            String trigger = String.valueOf(slack.bot.last().form().get("trigger_id"));
            slack.call(
                    "views.open",
                    "{\"trigger_id\":\""
                            + trigger
                            + "\",\"view\":{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"T\"},\"blocks\":[]}}");
            before = slack.simulator.thread(Slack.CHANNEL, ts);
            // The journal as it stands while the simulator still runs: what a machine that loses
            // power keeps.
            Files.copy(file, copy);
        }
        try (Slack again = at(copy)) {
            String ts = before.getFirst().ts();
            assertThat(again.simulator.thread(Slack.CHANNEL, ts)).isEqualTo(before).hasSize(2);
            assertThat(again.simulator.as(Slack.ANA).ephemerals()).hasSize(1);
            assertThat(again.simulator.as(Slack.ANA).modal()).isPresent();
            assertThat(again.card("{\"type\":\"divider\"}")).isGreaterThan(before.getLast().ts());
        }
    }

    @Test
    void a_line_torn_off_by_a_crash_is_left_out_and_a_damaged_one_is_named() throws IOException {
        Path file = folder.resolve("slack.jsonl");
        try (Slack slack = at(file)) {
            slack.card("{\"type\":\"divider\"}");
        }
        Files.writeString(file, "{\"is\":\"written\",\"mess", StandardOpenOption.APPEND);
        try (Slack again = at(file)) {
            assertThat(again.simulator.messages(Slack.CHANNEL)).hasSize(1);
        }
        Files.writeString(file, "nonsense\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> at(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void starting_again_shortens_the_journal() throws IOException {
        Path file = folder.resolve("slack.jsonl");
        try (Slack slack = at(file)) {
            String ts = slack.card("{\"type\":\"divider\"}");
            for (int i = 0; i < 20; i++) {
                slack.call(
                        "chat.update",
                        "{\"channel\":\"C0INCIDENT\",\"ts\":\""
                                + ts
                                + "\",\"text\":\""
                                + i
                                + "\"}");
            }
        }
        long before = Files.readAllLines(file).size();
        at(file).close();
        assertThat(Files.readAllLines(file).size()).isLessThan((int) before - 15);
    }

    @Test
    void nothing_confirmed_is_lost_when_the_process_is_killed() throws Exception {
        Path file = folder.resolve("slack.jsonl");
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                PostingUntilKilled.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        List<String> confirmed = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
            String line = out.readLine();
            while (line != null && confirmed.size() < 60) {
                confirmed.add(line);
                line = out.readLine();
            }
            // By its handle: Process.destroyForcibly would close the stream that is read to its end
            // here.
            child.toHandle().destroyForcibly();
            out.lines().forEach(confirmed::add);
        }
        assertThat(child.waitFor(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isNotZero();
        assertThat(confirmed).hasSizeGreaterThan(59);
        try (Slack again = at(file)) {
            List<String> kept =
                    again.simulator.messages(Slack.CHANNEL).stream().map(Message::ts).toList();
            assertThat(kept).containsAll(confirmed);
        }
    }

    /// Posts without end and prints each confirmed `ts`; the parent kills it.
    static final class PostingUntilKilled {
        private PostingUntilKilled() {}

        public static void main(String[] args) {
            try (Slack slack = new Slack(s -> s.withFile(Path.of(args[0])))) {
                slack.simulator.rateLimits(0);
                while (!Thread.currentThread().isInterrupted()) {
                    System.out.println(slack.card("{\"type\":\"divider\"}"));
                    slack.clock.advance(Duration.ofMillis(1));
                }
            }
        }
    }
}
