package io.frops.integrations.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.incident.IncidentEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every form of every event that was ever released still reads. The files are never changed: a new
/// form gets a new file.
class EventGoldenTest {
    @ParameterizedTest
    @EnumSource
    void every_released_form_of_an_event_decodes(EventType type) throws IOException {
        for (int schema = 1; schema <= type.schema(); schema++) {
            IncidentEvent event = EventCodec.decode(new Fields(golden(type, schema)));
            assertThat(EventType.of(event)).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_newest_form_is_what_is_written_today(EventType type) throws IOException {
        Document golden = golden(type, type.schema());
        Fields fields = new Fields(golden);
        Document written = EventCodec.encode(fields.count("seq"), EventCodec.decode(fields));
        assertThat(written.toJson()).isEqualTo(golden.toJson());
    }

    @Test
    void every_event_of_the_domain_has_a_type_of_its_own() {
        List<String> words = Stream.of(EventType.values()).map(EventType::word).toList();
        assertThat(words)
                .doesNotHaveDuplicates()
                .hasSize(IncidentEvent.class.getPermittedSubclasses().length);
        assertThat(EventType.values())
                .allSatisfy(type -> assertThat(EventType.named(type.word())).contains(type));
    }

    @Test
    void a_new_form_of_an_event_raises_the_schema_of_documents() throws IOException {
        String forms =
                Stream.of(EventType.values())
                        .map(type -> type.word() + " " + type.schema() + "\n")
                        .sorted()
                        .collect(Collectors.joining());
        String name = "/events/schema-" + IncidentCodec.SCHEMA + ".txt";
        try (InputStream file = EventGoldenTest.class.getResourceAsStream(name)) {
            assertThat(file).as("src/test/resources" + name + " is missing").isNotNull();
            assertThat(forms)
                    .as(
                            "an older replica knows what it does not understand by the document's"
                                    + " schema: raise IncidentCodec.SCHEMA and add a file, this one"
                                    + " is never changed")
                    .isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Document golden(EventType type, int schema) throws IOException {
        String name = "/events/" + type.word() + "-" + schema + ".json";
        try (InputStream file = EventGoldenTest.class.getResourceAsStream(name)) {
            assertThat(file).as("src/test/resources" + name + " is missing").isNotNull();
            return Document.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
