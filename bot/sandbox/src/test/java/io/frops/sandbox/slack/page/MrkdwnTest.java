package io.frops.sandbox.slack.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.Team;
import io.frops.sandbox.slack.workspace.Usergroup;
import io.frops.sandbox.slack.workspace.Workspace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MrkdwnTest {
    private final Mrkdwn mrkdwn =
            new Mrkdwn(
                    new Workspace(
                            Team.SANDBOX,
                            InstantSource.fixed(Instant.EPOCH),
                            List.of(Person.member("U1", "ana", "Ana", "admin")),
                            List.of(new Usergroup("S1", "oncall", "On call", List.of())),
                            List.of(Channel.open("C1", "incidents", "", Set.of())),
                            null),
                    new Emoji());

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "*bold* _it_ ~gone~¦<b>bold</b> <i>it</i> <s>gone</s>",
                "face_recognition_service 2*3*4¦face_recognition_service 2*3*4",
                "* not bold*¦* not bold*",
                "`a *b* <c>`¦<code>a *b* c</code>",
                "`&lt;x&gt;`¦<code>&lt;x&gt;</code>",
                "a &amp; b &lt;i&gt;¦a &amp; b &lt;i&gt;",
                "<@U1> <@U9>¦<span class=\"mention\">@ana</span> <span class=\"mention\">@U9</span>",
                "<#C1>¦<a class=\"mention\" href=\"/?channel=C1\" data-goto=\"C1\">#incidents</a>",
                "<!subteam^S1>¦<span class=\"mention\">@oncall</span>",
                "<!here>¦<span class=\"mention loud\">@here</span>",
                "<script>alert(1)</script>¦&lt;script&gt;alert(1)&lt;/script&gt;",
                "<javascript:alert(1)|click>¦&lt;javascript:alert(1)|click&gt;",
                "<b onclick=x>¦&lt;b onclick=x&gt;",
                ":no_such_emoji:¦:no_such_emoji:",
            })
    void text_becomes_safe_html(String source, String html) {
        assertThat(mrkdwn.html(source)).isEqualTo(html);
    }

    @Test
    void links_open_in_a_new_tab_and_cannot_break_out_of_their_attribute() {
        assertThat(mrkdwn.html("<https://x.org/?a=1&amp;b=2|see *it*>"))
                .isEqualTo(
                        "<a href=\"https://x.org/?a=1&amp;b=2\" target=\"_blank\" rel=\"noopener noreferrer\">see *it*</a>");
        assertThat(mrkdwn.html("<https://x.org/\" onclick=\"x|y>"))
                .contains("&quot; onclick=&quot;x\"");
        assertThat(mrkdwn.html("see https://x.org/a."))
                .contains("href=\"https://x.org/a\"")
                .endsWith("</a>.");
    }

    @Test
    void dates_carry_what_the_browser_needs_and_their_fallback() {
        assertThat(mrkdwn.html("<!date^1700000000^{date_short} {time}|then>"))
                .contains(
                        "data-unix=\"1700000000\"",
                        "data-format=\"{date_short} {time}\"",
                        ">then</time>");
        assertThat(mrkdwn.html("<!date^soon^{time}|then>")).isEqualTo("then");
    }

    @Test
    void quotes_bullets_fences_and_emoji() {
        assertThat(mrkdwn.html("&gt; one\n&gt; two\nafter"))
                .isEqualTo("<blockquote>one<br>two</blockquote>after");
        assertThat(mrkdwn.html("• a")).isEqualTo("<span class=\"bullet\">•&nbsp;a</span>");
        assertThat(mrkdwn.html("```a\n*b* <x>```")).isEqualTo("<pre class=\"pre\">a\n*b* x</pre>");
        assertThat(mrkdwn.html(":fire:")).contains("🔥").contains("aria-label=\"fire\"");
    }

    @Test
    void escaped_control_sequences_stay_text() {
        assertThat(mrkdwn.html("&lt;!channel&gt; &lt;@U1&gt;"))
                .isEqualTo("&lt;!channel&gt; &lt;@U1&gt;");
    }

    @Test
    void characters_that_the_renderer_uses_itself_do_no_harm() {
        assertThat(mrkdwn.html("\uE0000\uE001 `x`")).isEqualTo(" 0  <code>x</code>");
    }
}
