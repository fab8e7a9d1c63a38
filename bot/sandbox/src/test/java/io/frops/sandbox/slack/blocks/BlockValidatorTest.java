package io.frops.sandbox.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each limit is tried at its last valid value and one past it.
class BlockValidatorTest {
    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private static List<String> message(String block) {
        return BlockValidator.message(json("[" + block + "]"), null);
    }

    private static String x(int n) {
        return "x".repeat(n);
    }

    private static String plain(int n) {
        return "{'type':'plain_text','text':'" + x(n) + "'}";
    }

    private static String actions(String element) {
        return "{'type':'actions','elements':[" + element + "]}";
    }

    private static String button(String more) {
        return "{'type':'button','text':" + plain(3) + more + "}";
    }

    private static String option(int text, int value, int number) {
        return "{'text':"
                + plain(text)
                + ",'value':'"
                + (number + x(value)).substring(0, value)
                + "'}";
    }

    private static String options(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> option(3, 5, 1000 + i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String select(String options) {
        return actions("{'type':'static_select','options':" + options + "}");
    }

    private static String confirm(int title, int text, int yes) {
        return actions(
                button(
                        ",'confirm':{'title':"
                                + plain(title)
                                + ",'text':"
                                + plain(text)
                                + ",'confirm':"
                                + plain(yes)
                                + ",'deny':"
                                + plain(2)
                                + "}"));
    }

    private static String many(int n, String item) {
        return String.join(",", Collections.nCopies(n, item));
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                limit("header", 150, n -> "{'type':'header','text':" + plain(n) + "}"),
                limit("section text", 3000, n -> "{'type':'section','text':" + plain(n) + "}"),
                limit("fields", 10, n -> "{'type':'section','fields':[" + many(n, plain(1)) + "]}"),
                limit("field text", 2000, n -> "{'type':'section','fields':[" + plain(n) + "]}"),
                limit(
                        "context",
                        10,
                        n -> "{'type':'context','elements':[" + many(n, plain(1)) + "]}"),
                limit("actions", 25, n -> actions(many(n, button("")))),
                limit("button text", 75, n -> actions("{'type':'button','text':" + plain(n) + "}")),
                limit("button value", 2000, n -> actions(button(",'value':'" + x(n) + "'"))),
                limit("button url", 3000, n -> actions(button(",'url':'" + x(n) + "'"))),
                limit("action_id", 255, n -> actions(button(",'action_id':'" + x(n) + "'"))),
                limit("block_id", 255, n -> "{'type':'divider','block_id':'" + x(n) + "'}"),
                limit("options", 100, n -> select(options(n))),
                limit("option text", 75, n -> select("[" + option(n, 3, 1) + "]")),
                limit("option value", 150, n -> select("[" + option(3, n, 1) + "]")),
                limit(
                        "overflow",
                        5,
                        n -> actions("{'type':'overflow','options':" + options(n) + "}")),
                limit(
                        "radio buttons",
                        10,
                        n -> actions("{'type':'radio_buttons','options':" + options(n) + "}")),
                limit("confirm title", 100, n -> confirm(n, 3, 3)),
                limit("confirm text", 300, n -> confirm(3, n, 3)),
                limit("confirm button", 30, n -> confirm(3, 3, n)),
                limit("markdown", 12_000, n -> "{'type':'markdown','text':'" + x(n) + "'}"),
                limit(
                        "image alt text",
                        2000,
                        n -> "{'type':'image','image_url':'http://x','alt_text':'" + x(n) + "'}"));
    }

    private static Arguments limit(String name, int most, IntFunction<String> block) {
        return Arguments.of(name, most, block);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void the_last_valid_size_passes_and_the_next_does_not(
            String name, int most, IntFunction<String> block) {
        assertThat(message(block.apply(most))).as(name).isEmpty();
        assertThat(message(block.apply(most + 1))).as(name).isNotEmpty();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("{'type':'banner'}", "unsupported type: banner"),
                Arguments.of("{'type':'alert','text':" + plain(1) + "}", "unsupported type: alert"),
                Arguments.of("{'type':'section'}", "must define either `text` or `fields`"),
                Arguments.of("{'type':'header'}", "missing required field: text"),
                Arguments.of("{'type':'header','text':{'type':'mrkdwn','text':'x'}}", "plain_text"),
                Arguments.of(
                        "{'type':'header','text':{'type':'plain_text','text':''}}",
                        "must be more than 0 characters"),
                Arguments.of(
                        "{'type':'divider','colour':'red'}", "invalid additional property: colour"),
                Arguments.of(
                        actions("{'type':'plain_text_input'}"),
                        "unsupported type: plain_text_input"),
                Arguments.of(actions("{'type':'blink'}"), "unsupported type: blink"),
                Arguments.of(actions(""), "no less than 1 items"),
                Arguments.of(actions("{'type':'overflow','options':[]}"), "no less than 1 items"),
                Arguments.of(actions("{'type':'static_select'}"), "`options` or `option_groups`"),
                Arguments.of(actions(button(",'style':'loud'")), "must be one of"),
                Arguments.of(
                        actions(button(",'action_id':'a'") + "," + button(",'action_id':'a'")),
                        "`action_id` a already exists"),
                Arguments.of(
                        "{'type':'divider','block_id':'b'},{'type':'divider','block_id':'b'}",
                        "`block_id` b already exists"),
                Arguments.of(
                        select("[" + option(1, 1, 1) + "," + option(1, 1, 1) + "]"),
                        "must be unique"),
                Arguments.of("{'type':'image','alt_text':'x'}", "`image_url` or `slack_file`"),
                Arguments.of(
                        "{'type':'rich_text','elements':[{'type':'paragraph'}]}",
                        "unsupported type: paragraph"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_slack_refuses_is_refused_with_its_reason(String block, String reason) {
        assertThat(message(block)).anyMatch(problem -> problem.contains(reason));
    }

    @Test
    void attachments_are_judged_like_messages() {
        assertThat(
                        BlockValidator.message(
                                null, json("[{'color':'#fff','blocks':[{'type':'banner'}]}]")))
                .containsExactly(
                        "unsupported type: banner [json-pointer:/attachments/0/blocks/0/type]");
        assertThat(
                        BlockValidator.message(
                                null,
                                json("[{'blocks':[" + many(51, "{'type':'divider'}") + "]}]")))
                .isNotEmpty();
    }

    private static String modal(String more, String blocks) {
        return "{'type':'modal','title':" + plain(3) + more + ",'blocks':[" + blocks + "]}";
    }

    static Stream<Arguments> viewLimits() {
        return Stream.of(
                limit("title", 24, n -> "{'type':'modal','title':" + plain(n) + ",'blocks':[]}"),
                limit("submit", 24, n -> modal(",'submit':" + plain(n), "")),
                limit("close", 24, n -> modal(",'close':" + plain(n), "")),
                limit(
                        "private metadata",
                        3000,
                        n -> modal(",'private_metadata':'" + x(n) + "'", "")),
                limit("callback id", 255, n -> modal(",'callback_id':'" + x(n) + "'", "")),
                limit("modal blocks", 100, n -> modal("", many(n, "{'type':'divider'}"))),
                limit(
                        "home blocks",
                        100,
                        n -> "{'type':'home','blocks':[" + many(n, "{'type':'divider'}") + "]}"),
                limit(
                        "input label",
                        2000,
                        n ->
                                modal(
                                        ",'submit':" + plain(2),
                                        input(plain(n), "{'type':'plain_text_input'}"))),
                limit(
                        "input length",
                        3000,
                        n ->
                                modal(
                                        ",'submit':" + plain(2),
                                        input(
                                                plain(2),
                                                "{'type':'plain_text_input','max_length':"
                                                        + n
                                                        + "}"))));
    }

    private static String input(String label, String element) {
        return "{'type':'input','label':" + label + ",'element':" + element + "}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("viewLimits")
    void views_have_limits_too(String name, int most, IntFunction<String> view) {
        assertThat(BlockValidator.view(json(view.apply(most)))).as(name).isEmpty();
        assertThat(BlockValidator.view(json(view.apply(most + 1)))).as(name).isNotEmpty();
    }

    @Test
    void a_modal_with_an_input_needs_a_submit_button() {
        assertThat(
                        BlockValidator.view(
                                json(modal("", input(plain(2), "{'type':'plain_text_input'}")))))
                .anyMatch(p -> p.contains("`submit`"));
    }

    @Test
    void characters_of_all_texts_are_counted_once() {
        assertThat(
                        BlockValidator.characters(
                                json(
                                        "[{'type':'section','text':"
                                                + plain(5)
                                                + ",'fields':["
                                                + plain(7)
                                                + "]}]")))
                .isEqualTo(12);
    }
}
