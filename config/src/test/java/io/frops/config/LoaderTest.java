package io.frops.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.settings.ByteSize;
import io.frops.core.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoaderTest {
    private static final String LEAST = "chat: {bot-token: xoxb-1}\n";

    @TempDir Path folder;

    @Test
    void what_is_left_out_takes_its_default() {
        Sample sample = loaded(LEAST, Sample.NOTHING_SET);

        assertThat(sample.server())
                .isEqualTo(
                        new Sample.Server(
                                "0.0.0.0",
                                8080,
                                new ByteSize(32 << 20),
                                Duration.ofSeconds(10),
                                true,
                                9_000_000_000L,
                                java.util.Set.of(Sample.Level.SEV1, Sample.Level.SEV2)));
        assertThat(sample.chat().apiUrl()).isEqualTo(URI.create("https://chat.test/api/"));
        assertThat(sample.chat().appToken()).isEmpty();
        assertThat(sample.chat().team()).isNull();
        assertThat(sample.people()).isEmpty();
        assertThat(sample.channels()).isEmpty();
        assertThat(sample.storage()).isEmpty();
        assertThat(sample.hours().to()).isEqualTo(LocalTime.of(17, 0));
    }

    @Test
    void every_type_is_read() {
        Sample sample =
                loaded(
                        """
                        server: {host: "::1", port: 0, max-body: 1 MiB, drain: 1h30m, metrics: false, biggest: 5, loud: []}
                        chat:
                          bot-token: xoxb-2
                          app-token: xapp-1
                          api-url: http://127.0.0.1:9/api/
                          team: T1
                        people:
                          - {id: U1, name: Ana, level: next business day}
                          - id: U2
                            name: Bo
                        channels: {sev1: "#one", SEV2: "#two"}
                        by-service:
                          backend: [a, b]
                        storage: {folder: /var/lib, copies: 3}
                        hours: {from: "08:30", to: 20:00, zone: Europe/Berlin}
                        """,
                        Sample.NOTHING_SET);

        assertThat(sample.server().drain()).isEqualTo(Duration.ofMinutes(90));
        assertThat(sample.server().loud()).isEmpty();
        assertThat(sample.chat().botToken()).isEqualTo(Secret.parse("xoxb-2"));
        assertThat(sample.chat().appToken()).contains(Secret.parse("xapp-1"));
        assertThat(sample.chat().team()).isEqualTo("T1");
        assertThat(sample.people())
                .containsExactly(
                        new Sample.Person(
                                new Sample.Id("U1"), "Ana", Sample.Level.NEXT_BUSINESS_DAY),
                        new Sample.Person(new Sample.Id("U2"), "Bo", Sample.Level.SEV2));
        assertThat(sample.channels())
                .containsEntry(Sample.Level.SEV1, "#one")
                .containsEntry(Sample.Level.SEV2, "#two");
        assertThat(sample.byService()).containsEntry("backend", List.of("a", "b"));
        assertThat(sample.storage())
                .contains(new Sample.Storage(Path.of("/var/lib"), Optional.of(3)));
        assertThat(sample.hours())
                .isEqualTo(
                        new Sample.Hours(
                                LocalTime.of(8, 30),
                                LocalTime.of(20, 0),
                                ZoneId.of("Europe/Berlin")));
    }

    @Test
    void aliases_repeat_what_an_anchor_named() {
        Sample sample =
                loaded(LEAST + "by-service: {a: &team [x, y], b: *team}\n", Sample.NOTHING_SET);

        assertThat(sample.byService()).containsEntry("b", List.of("x", "y"));
    }

    @Test
    void a_byte_order_mark_is_no_mistake() {
        assertThat(loaded("\uFEFF" + LEAST, Sample.NOTHING_SET).people()).isEmpty();
    }

    @Test
    void variables_are_replaced_inside_a_value_and_a_doubled_dollar_stands_for_one() {
        String yaml = "chat: {bot-token: \"a-${BOT}-${NONE:-otherwise}-$$-${EMPTY:-}$9\"}\n";

        assertThat(loaded(yaml, Sample.with("BOT", "${NOT_AGAIN}")).chat().botToken().reveal())
                .isEqualTo("a-${NOT_AGAIN}-otherwise-$-$9");
    }

    @Test
    void an_optional_value_whose_variable_is_empty_is_absent() {
        Sample sample =
                loaded(
                        "chat: {bot-token: x, app-token: \"${NONE:-}\", api-url: \"${NONE:-}\"}\n",
                        Sample.NOTHING_SET);

        assertThat(sample.chat().appToken()).isEmpty();
        assertThat(sample.chat().apiUrl()).isEqualTo(URI.create("https://chat.test/api/"));
    }

    @Test
    void a_variable_wins_over_the_file() {
        assertThat(loaded(LEAST, Sample.with("BOT_TOKEN", "a$b${c}")).chat().botToken().reveal())
                .isEqualTo("a$b${c}");
    }

    @Test
    void a_variable_that_wins_needs_neither_key_nor_block_in_the_file() {
        assertThat(loaded("people: []\n", Sample.with("BOT_TOKEN", "x")).chat().botToken().reveal())
                .isEqualTo("x");
        assertThat(loaded("chat:\n", Sample.with("BOT_TOKEN", "x")).chat().botToken().reveal())
                .isEqualTo("x");
        assertThat(loaded("", Sample.with("BOT_TOKEN", "x")).chat().botToken().reveal())
                .isEqualTo("x");
    }

    @Test
    void a_variable_can_win_inside_a_list_and_begin_one_but_never_adds_to_a_longer_one() {
        String yaml = LEAST + "people: [{id: U1, name: Ana}, {id: U2, name: Bo}]\n";

        assertThat(loaded(yaml, Sample.with("FIRST", "Cy")).people())
                .extracting(Sample.Person::name)
                .containsExactly("Cy", "Bo");
        assertThat(broken(LEAST, Sample.with("FIRST", "Cy")))
                .extracting(Mistake::path)
                .containsExactly("people[0].id");
    }

    @Test
    void a_variable_that_wins_spares_the_one_named_in_the_file() {
        assertThat(
                        loaded("chat: {bot-token: \"${ABSENT}\"}\n", Sample.with("BOT_TOKEN", "x"))
                                .chat()
                                .botToken()
                                .reveal())
                .isEqualTo("x");
    }

    @Test
    void a_wrong_value_from_a_variable_names_the_variable_and_not_the_value() {
        var environment =
                new Environment(
                        java.util.Map.of("URL", "hunter2"),
                        List.of(new Variable("URL", "chat.api-url", "an address", "")));

        assertThat(broken(LEAST, environment))
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.what())
                            .contains(
                                    "chat.api-url (from the environment variable URL) must be an address");
                    assertThat(mistake.render()).doesNotContain("hunter2");
                });
    }

    @Test
    void an_unset_variable_stops_a_start_and_says_where_its_value_comes_from() {
        assertThat(broken("chat: {bot-token: \"${BOT_TOKEN}\"}\n", Sample.NOTHING_SET))
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.what())
                            .isEqualTo(
                                    "the environment variable BOT_TOKEN is not set (chat.bot-token).");
                    assertThat(mistake.remedy())
                            .isEqualTo("Set it: Slack shows it under OAuth & Permissions.");
                    assertThat(mistake.column()).isEqualTo(19);
                });
    }

    @Test
    void an_unset_variable_is_a_warning_while_the_file_is_only_checked() {
        var mistakes =
                Sample.loader()
                        .check(
                                file(
                                        "chat: {bot-token: \"${BOT_TOKEN}\"}\nstorage: {folder: /x, copies: \"${COPIES}\"}\n"),
                                Sample.NOTHING_SET);

        assertThat(mistakes).extracting(Mistake::line).containsExactly(1, 2);
        assertThat(mistakes).noneMatch(Mistake::isError);
        assertThat(mistakes.getFirst().render())
                .contains(":1:19: warning: the environment variable BOT_TOKEN is not set");
    }

    @Test
    void examples_stand_in_while_a_file_is_checked_so_that_the_whole_is_looked_at_too() {
        var mistakes =
                Sample.loader()
                        .check(
                                file(
                                        "chat: {bot-token: \"${BOT_TOKEN}\"}\npeople:\n  - {id: U1, name: Bo}\n  - {id: U2, name: Bo}\n"),
                                Sample.NOTHING_SET);

        assertThat(mistakes)
                .filteredOn(Mistake::isError)
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.line()).isEqualTo(4);
                    assertThat(mistake.what()).isEqualTo("\"Bo\" is named twice.");
                });
    }

    @Test
    void sections_are_compared_although_another_one_is_mistaken() {
        String yaml =
                "people: [{id: U1, name: Bo}, {id: U2, name: Bo}]\nhours: {zone: Mars}\n" + LEAST;

        assertThat(broken(yaml, Sample.NOTHING_SET))
                .extracting(Mistake::path)
                .containsExactly("people[1].name", "hours.zone");
    }

    @Test
    void a_file_that_is_not_there_is_a_mistake_like_any_other() {
        Outcome<Sample> outcome =
                Sample.loader().load(folder.resolve("none.yaml"), Sample.NOTHING_SET);

        assertThat(mistakes(outcome))
                .singleElement()
                .satisfies(mistake ->
                        assertThat(mistake.render())
                                .contains(
                                        "none.yaml:1:1: there is no such file.\n    Name another with --config FILE"));
    }

    @Test
    void a_folder_is_not_a_file() {
        assertThat(mistakes(Sample.loader().load(folder, Sample.NOTHING_SET))).hasSize(1);
    }

    @Test
    void text_in_another_encoding_is_told_at_the_first_wrong_byte() throws IOException {
        Path file = folder.resolve("latin1.yaml");
        Files.write(
                file,
                "chat:\n  # caf\u00e9\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

        assertThat(mistakes(Sample.loader().load(file, Sample.NOTHING_SET)))
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.what()).contains("not UTF-8");
                    assertThat(mistake.line()).isEqualTo(2);
                    assertThat(mistake.column()).isEqualTo(8);
                });
    }

    @Test
    void a_file_of_more_than_a_mebibyte_is_not_read() {
        assertThat(broken("#".repeat(SourceFile.LONGEST_BYTES + 1), Sample.NOTHING_SET))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.what()).contains("larger than 1 MiB"));
    }

    @Test
    void hostile_depth_is_refused_before_the_stack_ends() {
        for (String opening : List.of("[", "{a: ", "- ")) {
            assertThat(broken("chat: \n  " + opening.repeat(200_000), Sample.NOTHING_SET))
                    .singleElement()
                    .satisfies(mistake ->
                            assertThat(mistake.what()).contains("nested more than 40 deep"));
        }
    }

    @Test
    void aliases_that_multiply_are_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String alias = "*a" + (i - 1);
            bomb.append(
                    "a"
                            + i
                            + ": &a"
                            + i
                            + " ["
                            + String.join(", ", java.util.Collections.nCopies(9, alias))
                            + "]\n");
        }

        assertThat(broken(bomb.toString(), Sample.NOTHING_SET))
                .anySatisfy(mistake -> assertThat(mistake.what()).contains("unfolds to more"));
    }

    @Test
    void an_alias_to_itself_is_refused() {
        assertThat(broken("people: &me [*me]\n", Sample.NOTHING_SET)).isNotEmpty();
    }

    private Sample loaded(String yaml, Environment environment) {
        return switch (Sample.loader().load(file(yaml), environment)) {
            case Outcome.Loaded<Sample>(var value, _) -> value;
            case Outcome.Broken<Sample>(var mistakes) -> throw new AssertionError(mistakes);
        };
    }

    private List<Mistake> broken(String yaml, Environment environment) {
        return mistakes(Sample.loader().load(file(yaml), environment));
    }

    private static List<Mistake> mistakes(Outcome<Sample> outcome) {
        return switch (outcome) {
            case Outcome.Loaded<Sample> loaded -> throw new AssertionError(loaded);
            case Outcome.Broken<Sample>(var mistakes) -> mistakes;
        };
    }

    private Path file(String yaml) {
        try {
            return Files.writeString(folder.resolve("frops.yaml"), yaml);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
