package io.frops.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void words_are_parted_by_any_white_space() {
        assertThat(split("  ack \t INC-42\nnow\u00A0please "))
                .containsExactly("ack", "INC-42", "now", "please");
        assertThat(split("   ")).isEmpty();
    }

    @Test
    void quotes_keep_a_word_together_and_may_be_empty() {
        assertThat(split("note INC-1 \"two words\" --reason=\"a b\" \"\""))
                .containsExactly("note", "INC-1", "two words", "--reason=a b", "");
        assertThat(split("note 'two words' --reason='a b'"))
                .containsExactly("note", "two words", "--reason=a b");
    }

    @Test
    void an_apostrophe_is_a_letter() {
        assertThat(split("note it's slow, that\u2019s all"))
                .containsExactly("note", "it's", "slow,", "that\u2019s", "all");
        assertThat(split("note 'it's down'")).containsExactly("note", "it's down");
    }

    @Test
    void what_phones_make_of_quotes_and_dashes_is_read_as_typed() {
        assertThat(split("note \u201Ctwo words\u201D \u2014yes \u2013sev=1"))
                .containsExactly("note", "two words", "--yes", "--sev=1");
        assertThat(split("note \u2018two words\u2019")).containsExactly("note", "two words");
        assertThat(split("note slow \u2014 very a\u2014b"))
                .containsExactly("note", "slow", "\u2014", "very", "a\u2014b");
    }

    @Test
    void a_backslash_takes_a_quote_or_itself_literally() {
        assertThat(split("note 3\\\" \"say \\\"hi\\\" C:\\\\temp\" C:\\temp"))
                .containsExactly("note", "3\"", "say \"hi\" C:\\temp", "C:\\temp");
    }

    @Test
    void shell_text_is_only_text() {
        assertThat(split("note $(rm -rf /); `id` && x|y *"))
                .containsExactly("note", "$(rm", "-rf", "/);", "`id`", "&&", "x|y", "*");
    }

    @Test
    void a_quote_that_never_closes_is_named_with_its_remedy() {
        assertThat(Words.split("note \"half a sentence"))
                .isEqualTo(
                        new Words.Split.Unbalanced(
                                "The quote that opens at \"half a sentence is never closed. Close it, or put"
                                        + " a backslash before it."));
        assertThat(Words.split("note 'half")).isInstanceOf(Words.Split.Unbalanced.class);
        assertThat(Words.split("note \u201Chalf")).isInstanceOf(Words.Split.Unbalanced.class);
    }

    @Test
    void joined_words_split_into_the_same_words() {
        Random random = new Random(42);
        String letters = "ab =-\\\"'\u201C\u201D\u2018\u2019\u2014\u2013\n\u00A0";
        for (int run = 0; run < 2_000; run++) {
            List<String> words =
                    java.util.stream.IntStream.range(0, random.nextInt(5))
                            .mapToObj(w -> randomWord(random, letters))
                            .toList();
            assertThat(split(Words.join(words))).isEqualTo(words);
        }
    }

    private static String randomWord(Random random, String letters) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    private static List<String> split(String text) {
        return switch (Words.split(text)) {
            case Words.Split.Of(List<String> words) -> words;
            case Words.Split.Unbalanced(String why) -> throw new AssertionError(why);
        };
    }
}
