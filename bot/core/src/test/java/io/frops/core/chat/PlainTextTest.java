package io.frops.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.access.PersonId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Messages at a terminal.
class PlainTextTest {
    private static final Instant AT = Instant.parse("2026-07-01T03:12:00Z");

    @Test
    void moments_are_in_utc_and_the_readers_zone() {
        PlainText berlin = new PlainText(ZoneId.of("Europe/Berlin"), PersonId::value);
        assertThat(berlin.of(Text.of("at ").time(AT)))
                .isEqualTo("at 03:12 UTC (05:12 Europe/Berlin)");
        assertThat(PlainText.utc().of(Text.EMPTY.moment(AT))).isEqualTo("2026-07-01 03:12 UTC");
    }

    @Test
    void what_came_from_outside_cannot_steer_the_terminal() {
        Text odd = Text.of("a\u001B[2Jb\u202Ec\rd\u0007e\nf\u009Bg🦄");
        assertThat(PlainText.utc().of(odd))
                .isEqualTo("a\uFFFD[2Jb\uFFFDc\uFFFDd\uFFFDe\nf\uFFFDg🦄");
    }

    @Test
    void every_block_and_control_has_a_line() {
        Message message =
                Message.of(
                        "text",
                        new Block.Header("Title"),
                        new Block.Fields(List.of(new Field("Severity", Text.of("SEV1")))),
                        new Block.Section(
                                Text.EMPTY.mention(new PersonId("U1")).line().strong("bold"),
                                new Control.LinkButton("l", "Runbook", URI.create("http://r"))),
                        new Block.Divider(),
                        new Block.Actions(
                                List.of(
                                        Control.Button.primary("ack", "Acknowledge", "ack INC-1"),
                                        new Control.Menu(
                                                "m",
                                                "Severity",
                                                List.of(new Choice("SEV1", "severity 1 SEV1")),
                                                new Choice("SEV1", "severity 1 SEV1")))),
                        new Block.Context(Text.EMPTY.emoji("fire")));
        assertThat(PlainText.utc().of(message))
                .isEqualTo(
                        """
                        Title
                        Severity: SEV1
                        @U1
                        bold
                          [Runbook] http://r
                        ----
                          [Acknowledge] ack INC-1
                          [SEV1] severity 1 SEV1 (now)
                        :fire:\
                        """);
    }
}
