package io.frops.config;

import io.frops.core.settings.ByteSize;
import io.frops.core.settings.Default;
import io.frops.core.settings.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Settings that use every type the loader knows.
record Sample(
        Server server,
        Chat chat,
        List<Person> people,
        Map<Level, String> channels,
        Map<String, List<String>> byService,
        Optional<Storage> storage,
        Hours hours) {

    enum Level {
        SEV1,
        SEV2,
        NEXT_BUSINESS_DAY
    }

    record Server(
            @Default("0.0.0.0") String host,
            @Default("8080") int port,
            @Default("32MiB") ByteSize maxBody,
            @Default("10s") Duration drain,
            @Default("true") boolean metrics,
            @Default("9000000000") long biggest,
            @Default("[SEV1, SEV2]") Set<Level> loud) {
        Server {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException(
                        "port: must be 0 to 65535. Write 8080, or 0 for a free one");
            }
        }
    }

    record Chat(
            Secret botToken,
            @Default("https://chat.test/api/") URI apiUrl,
            Optional<Secret> appToken,
            @Nullable String team) {}

    record Id(String value) {
        Id {
            if (!value.startsWith("U")) {
                throw new IllegalArgumentException(
                        "\"" + value + "\" is not a member id. Write one such as U012AB3CD");
            }
        }
    }

    record Person(Id id, String name, @Default("SEV2") Level level) {}

    record Storage(Path folder, Optional<Integer> copies) {}

    record Hours(
            @Default("09:00") LocalTime from,
            @Default("17:00") LocalTime to,
            @Default("UTC") ZoneId zone) {
        Hours {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException(
                        "the day must begin before it ends. Exchange from and to");
            }
        }
    }

    static final Environment NOTHING_SET =
            new Environment(
                    Map.of("LEAKY", "s3cret"),
                    List.of(
                            new Variable(
                                    "BOT_TOKEN",
                                    "chat.bot-token",
                                    "Slack shows it under OAuth & Permissions",
                                    "xoxb-example"),
                            new Variable("STORE", "storage.folder", "a folder", "/tmp"),
                            new Variable("FIRST", "people[0].name", "a name", "Ana")));

    static Environment with(String name, String value) {
        return new Environment(Map.of(name, value), NOTHING_SET.known());
    }

    record Sections(Optional<List<Person>> people) {}

    /// Everybody's name may be given once.
    static List<Complaint> complaints(Sections sections) {
        List<String> names =
                sections.people().orElse(List.of()).stream().map(Person::name).toList();
        return names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .map(name ->
                        new Complaint(
                                "people[" + names.lastIndexOf(name) + "].name",
                                "\"" + name + "\" is named twice.",
                                "Give another name."))
                .toList();
    }

    static Loader<Sample, Sections> loader() {
        return new Loader<>(Sample.class, Sections.class, Sample::complaints);
    }
}
