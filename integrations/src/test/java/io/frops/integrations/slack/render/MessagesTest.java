package io.frops.integrations.slack.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.core.chat.Block;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.Choice;
import io.frops.core.chat.Colour;
import io.frops.core.chat.Confirm;
import io.frops.core.chat.Control;
import io.frops.core.chat.Field;
import io.frops.core.chat.Form;
import io.frops.core.chat.Message;
import io.frops.core.chat.MessageRef;
import io.frops.core.chat.Place;
import io.frops.core.chat.Text;
import io.frops.integrations.slack.Golden;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Place.Channel PLACE =
            new Place.Channel(
                    new ChannelId("C1"), new MessageRef(new ChannelId("C1"), "1700000000.000100"));

    @Test
    void a_card_is_its_header_and_one_coloured_attachment() {
        Control.Button resolve =
                Control.Button.danger("resolve", "Resolve", "resolve INC-42")
                        .confirming(
                                new Confirm(
                                        "Resolve INC-42?",
                                        Text.of("2 alerts still fire."),
                                        "Resolve",
                                        "Keep open",
                                        true));
        Choice sev1 = new Choice("SEV1", "severity INC-42 1");
        Choice sev2 = new Choice("SEV2", "severity INC-42 2");
        Message card =
                Message.of(
                                "INC-42 SEV2 backend: 5xx over <5%>",
                                new Block.Header("INC-42 \uD83D\uDFE0 backend: 5xx over 5%"),
                                new Block.Fields(
                                        List.of(
                                                new Field("Severity", Text.of("SEV2")),
                                                new Field(
                                                        "Since",
                                                        Text.EMPTY.moment(
                                                                Instant.parse(
                                                                        "2026-11-24T03:12:00Z"))))),
                                new Block.Section(
                                        Text.of("*5xx* over 5 %"),
                                        new Control.Overflow(
                                                "more",
                                                List.of(new Choice("Add note", "note INC-42")))),
                                new Block.Actions(
                                        List.of(
                                                Control.Button.primary(
                                                        "ack", "Acknowledge", "ack INC-42"),
                                                resolve,
                                                new Control.Menu(
                                                        "severity",
                                                        "Severity",
                                                        List.of(sev1, sev2),
                                                        sev2),
                                                new Control.LinkButton(
                                                        "runbook",
                                                        "Runbook",
                                                        URI.create(
                                                                "https://runbooks.example/5xx")))),
                                new Block.Divider(),
                                new Block.Context(Text.of("Nobody is paged yet")))
                        .in(Colour.WARNING);
        Golden.check("card", array(Messages.parts(card)));
    }

    @Test
    void without_a_colour_the_blocks_stand_by_themselves() {
        Message message = Message.of("All quiet", Text.of("All quiet."));
        Golden.check("plain", array(Messages.parts(message)));
    }

    @Test
    void a_form_carries_its_command_and_place() {
        Form form =
                new Form(
                        "escalate",
                        "Escalate INC-42 to the next level",
                        "Escalate",
                        List.of("escalate", "INC-42", "--assume=open two"),
                        List.of(
                                Block.Section.of(Text.of("Level 2 is asked.")),
                                new Block.Input(
                                        "reason",
                                        "Why?",
                                        new Block.Input.Kind.Lines(null, "What you tried", 500),
                                        "Goes into the thread",
                                        false),
                                new Block.Input(
                                        "level",
                                        "To",
                                        new Block.Input.Kind.OneOf(
                                                List.of(
                                                        new Choice("Level 2", "2"),
                                                        new Choice("Level 3", "3")),
                                                new Choice("Level 2", "2")),
                                        null,
                                        true)));
        ObjectNode view = Views.form(form, new Spot(PLACE, true));
        Golden.check("form", view);
        FormMemory memory = FormMemory.read(view.path("private_metadata").asText()).orElseThrow();
        assertThat(memory.words()).isEqualTo(form.words());
        assertThat(memory.spot()).isEqualTo(new Spot(PLACE, true));
    }

    @Test
    void a_question_without_inputs_can_be_sent() {
        Golden.check(
                "question",
                Views.question(
                        "Yes, resolve",
                        List.of("resolve", "INC-42", "--yes"),
                        Message.of("Resolve?", Text.of("2 alerts still fire. Resolve?")),
                        new Spot(PLACE, false)));
    }

    @Test
    void labels_are_cut_with_an_ellipsis() {
        Message message =
                Message.of(
                        "x",
                        new Block.Actions(
                                List.of(Control.Button.plain("a", "l".repeat(80), "help"))));
        JsonNode button = blocks(message).get(0).path("elements").path(0);
        assertThat(button.path("text").path("text").asText()).hasSize(75).endsWith("l\u2026");
    }

    @Test
    void a_long_header_is_said_in_full_below_it() {
        List<JsonNode> blocks = blocks(Message.of("x", new Block.Header("h".repeat(200))));
        assertThat(blocks.get(0).path("text").path("text").asText())
                .hasSize(150)
                .endsWith("\u2026");
        assertThat(blocks.get(1).path("text").path("text").asText()).isEqualTo("h".repeat(200));
    }

    @Test
    void a_command_that_does_not_fit_a_button_is_refused_not_cut() {
        Message message =
                Message.of(
                        "x",
                        new Block.Actions(
                                List.of(Control.Button.plain("a", "l", "w".repeat(2_001)))));
        assertThatThrownBy(() -> Messages.parts(message)).hasMessageContaining("Slack takes 2000");
    }

    @Test
    void more_than_fifty_blocks_go_on_in_further_messages_in_order() {
        List<Block> many = new ArrayList<>();
        IntStream.range(0, 120).forEach(i -> many.add(Block.Section.of(Text.of("line " + i))));
        List<ObjectNode> parts = Messages.parts(new Message("many", Colour.INFO, many));
        assertThat(parts).hasSize(3);
        assertThat(parts.stream().map(p -> p.path("attachments").path(0).path("blocks").size()))
                .as("each message's first block stands above the bar")
                .containsExactly(49, 49, 19);
        assertThat(parts.get(2).findValues("text").toString()).contains("line 119");
        assertThat(parts.get(1).path("text").asText()).isEqualTo("(2 of 3)");
    }

    @Test
    void too_many_characters_are_split_never_dropped() {
        String log = "one line of the log\n".repeat(1_500);
        List<ObjectNode> parts = Messages.parts(Message.of("log", Text.of(log)));
        assertThat(parts).hasSizeGreaterThan(2);
        StringBuilder all = new StringBuilder();
        for (ObjectNode part : parts) {
            int sum = 0;
            for (JsonNode block : part.path("blocks")) {
                String text = block.path("text").path("text").asText();
                assertThat(text.length()).isLessThanOrEqualTo(3_000);
                sum += text.length();
                all.append(text);
            }
            assertThat(sum).isLessThanOrEqualTo(12_000);
        }
        assertThat(all.toString()).isEqualTo(log);
    }

    @Test
    void a_long_sentence_without_blocks_is_not_cut_either() {
        List<ObjectNode> parts = Messages.parts(Message.of("s".repeat(5_000)));
        assertThat(parts.getFirst().path("blocks").toString().replaceAll("[^s]", "").length())
                .isGreaterThanOrEqualTo(5_000);
    }

    @Test
    void fields_and_rows_beyond_a_blocks_limit_go_into_the_next() {
        List<Field> fields = new ArrayList<>(Collections.nCopies(11, new Field("n", Text.of("v"))));
        fields.add(new Field("long", Text.of("w ".repeat(1_500))));
        assertThat(blocks(Message.of("x", new Block.Fields(fields)))).hasSize(4);
        List<Control> buttons =
                IntStream.range(0, 30)
                        .mapToObj(i -> (Control) Control.Button.plain("a" + i, "b", "help"))
                        .toList();
        assertThat(blocks(Message.of("x", new Block.Actions(buttons))))
                .extracting(b -> b.path("elements").size())
                .containsExactly(25, 5);
    }

    private static List<JsonNode> blocks(Message message) {
        List<JsonNode> blocks = new ArrayList<>();
        Messages.parts(message).getFirst().path("blocks").forEach(blocks::add);
        return blocks;
    }

    private static JsonNode array(List<ObjectNode> nodes) {
        var array = JsonNodeFactory.instance.arrayNode();
        nodes.forEach(array::add);
        return array;
    }
}
