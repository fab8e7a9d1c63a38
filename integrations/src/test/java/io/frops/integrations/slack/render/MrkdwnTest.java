package io.frops.integrations.slack.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.access.GroupId;
import io.frops.core.access.PersonId;
import io.frops.core.chat.Text;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MrkdwnTest {
    private static final Instant AT = Instant.parse("2026-11-24T03:12:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel>",
                "<!here|here>",
                "<@U012AB3CD>",
                "<https://evil.example|click>",
                "*bold* _slanted_ ~gone~ `code` ```block```",
                "> quoted",
                "a\n>quoted\n  > again",
                ":fire: :+1: :a:b:",
                "&lt;!channel&gt; & <",
                "*a*b*c* __x__ _snake_case_",
            })
    void what_came_from_outside_can_be_read_but_does_nothing(String raw) {
        for (Text text : List.of(Text.of(raw), Text.bold(raw))) {
            String shown = Mrkdwn.whole(text);
            assertThat(shown).doesNotContain("<");
            assertThat(readable(shown).replace("*", ""))
                    .isEqualTo(
                            raw.replace("*", "")
                                    .lines()
                                    .map(l -> text.equals(Text.of(raw)) ? l : l.strip())
                                    .reduce((a, b) -> a + "\n" + b)
                                    .orElse(""));
        }
        String plain = Mrkdwn.whole(Text.of(raw));
        assertThat(Pattern.compile("(?<!\u2060)[*~`]|[*~`](?!\u2060)").matcher(plain).find())
                .isFalse();
        assertThat(Pattern.compile("(?m)^\\s*&gt;").matcher(plain).find()).isFalse();
        assertThat(Pattern.compile(":[a-z0-9+_-]+:").matcher(plain).find()).isFalse();
        assertThat(Pattern.compile("(^|[^\u2060\\w])_").matcher(plain).find()).isFalse();
    }

    @Test
    void an_underscore_within_a_name_is_left_so_that_the_name_can_be_copied() {
        assertThat(Mrkdwn.whole(Text.of("backend_api_errors"))).isEqualTo("backend_api_errors");
    }

    @Test
    void code_is_not_touched_but_for_what_slack_always_reads() {
        assertThat(Mrkdwn.whole(Text.EMPTY.code("rate(x_total[5m]) > 3 & *")))
                .isEqualTo("`rate(x_total[5m]) &gt; 3 &amp; *`");
        assertThat(Mrkdwn.whole(Text.EMPTY.block("a\n```b"))).isEqualTo("```\na\n`\u2060``b\n```");
    }

    @Test
    void code_with_a_back_tick_is_shown_without_the_style() {
        assertThat(Mrkdwn.whole(Text.EMPTY.code("a`b"))).isEqualTo("a\u2060`\u2060b");
    }

    @Test
    void bold_next_to_a_letter_gets_a_boundary() {
        assertThat(Mrkdwn.whole(Text.of("by").strong("ana").plain("now")))
                .isEqualTo("by\u200B*ana*\u200Bnow");
        assertThat(Mrkdwn.whole(Text.of("by ").strong("ana").plain(", now")))
                .isEqualTo("by *ana*, now");
    }

    @Test
    void a_moment_is_local_by_slacks_token_with_utc_beside_it() {
        assertThat(Mrkdwn.whole(Text.EMPTY.moment(AT)))
                .isEqualTo(
                        "<!date^1795489920^{date_short_pretty}, {time}|2026-11-24 03:12 UTC> (03:12"
                                + " UTC)");
        assertThat(Mrkdwn.whole(Text.EMPTY.time(AT)))
                .isEqualTo("<!date^1795489920^{time}|03:12 UTC> (03:12 UTC)");
    }

    @Test
    void only_web_addresses_become_links() {
        assertThat(
                        Mrkdwn.whole(
                                Text.EMPTY.link(
                                        URI.create("https://g.example/d?a=1&b=%7Cx"), "a|b>")))
                .isEqualTo("<https://g.example/d?a=1&amp;b=%7Cx|a|b&gt;>");
        assertThat(Mrkdwn.whole(Text.EMPTY.link(URI.create("javascript:alert(1)"), "x")))
                .isEqualTo("x (javascript:alert(1))");
    }

    @Test
    void mentions_come_from_us_alone() {
        Text text =
                Text.EMPTY
                        .mention(new PersonId("U1"))
                        .plain(" ")
                        .mention(new GroupId("S1"))
                        .emoji("fire")
                        .emoji("not an emoji");
        assertThat(Mrkdwn.whole(text)).isEqualTo("<@U1> <!subteam^S1>:fire::not an emoji:");
    }

    @Test
    void a_long_text_is_parted_between_words_and_nothing_is_lost() {
        String words = "word&more ".repeat(2_000);
        List<String> pieces = Mrkdwn.pieces(Text.of(words), 3_000);
        assertThat(pieces).allMatch(p -> p.length() <= 3_000).hasSizeGreaterThan(8);
        assertThat(readable(String.join("", pieces))).isEqualTo(words);
        assertThat(pieces).allMatch(p -> p.startsWith("word"));
    }

    @Test
    void one_endless_word_is_parted_too_and_no_escape_is_cut() {
        List<String> pieces = Mrkdwn.pieces(Text.of("<".repeat(5_000)), 3_000);
        assertThat(pieces).allMatch(p -> p.length() <= 3_000 && p.matches("(&lt;)+"));
        assertThat(readable(String.join("", pieces))).isEqualTo("<".repeat(5_000));
        List<String> faces = Mrkdwn.pieces(Text.of("\uD83D\uDE00".repeat(2_001)), 3_000);
        assertThat(faces).noneMatch(p -> Character.isLowSurrogate(p.charAt(0)));
    }

    @Test
    void a_log_block_is_parted_at_its_lines_and_each_part_is_code() {
        List<String> pieces = Mrkdwn.pieces(Text.EMPTY.block("line of a log\n".repeat(500)), 3_000);
        assertThat(pieces)
                .hasSize(3)
                .allMatch(p -> p.startsWith("```\nline") && p.endsWith("log\n```"));
    }

    @Test
    void a_link_is_never_parted() {
        Text text = Text.of("x".repeat(2_990)).link(URI.create("https://g.example/dash"), "board");
        assertThat(Mrkdwn.pieces(text, 3_000))
                .containsExactly("x".repeat(2_990), "<https://g.example/dash|board>");
    }

    private static String readable(String mrkdwn) {
        return mrkdwn.replace("\u2060", "")
                .replace("\u200B", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
