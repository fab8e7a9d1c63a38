package io.frops.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each file under `broken/` marks its wrong lines with `# WRONG`; the `.txt` beside it holds the
/// report, word for word.
class BrokenFilesTest {
    static Stream<Path> broken() throws IOException, URISyntaxException {
        var folder = Objects.requireNonNull(BrokenFilesTest.class.getResource("/broken"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("broken")
    void every_mistake_is_told_at_once_and_at_its_line(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        var wrong =
                IntStream.rangeClosed(1, lines.size())
                        .filter(line -> lines.get(line - 1).contains("# WRONG"))
                        .boxed()
                        .collect(Collectors.toCollection(TreeSet::new));

        var told =
                mistakes(file).stream()
                        .map(Mistake::line)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(wrong).isNotEmpty();
        assertThat(told).isEqualTo(wrong);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void the_report_reads_as_agreed(Path file) throws IOException {
        String report =
                mistakes(file).stream()
                        .map(Mistake::render)
                        .collect(Collectors.joining("\n", "", "\n"));

        Path agreed = file.resolveSibling(file.getFileName().toString().replace(".yaml", ".txt"));
        assertThat(report.replace(file.getParent() + "/", "")).isEqualTo(Files.readString(agreed));
        assertThat(report).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void every_mistake_comes_with_a_remedy(Path file) {
        assertThat(mistakes(file)).allSatisfy(mistake -> assertThat(mistake.remedy()).isNotBlank());
    }

    private static List<Mistake> mistakes(Path file) {
        return switch (Sample.loader().load(file, Sample.NOTHING_SET)) {
            case Outcome.Loaded<Sample> loaded -> throw new AssertionError(loaded);
            case Outcome.Broken<Sample>(var mistakes) -> mistakes;
        };
    }
}
