package io.frops.checks.house;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What only the text of the sources shows.
class SourcesTest {
    /// About 150 is the aim; past this a file hides a second one.
    private static final long LONGEST = 300;

    private static final List<Path> SOURCES = House.mainSources();

    @Test
    void no_file_is_too_long_to_read_in_one_go() {
        assertThat(SOURCES)
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(House.read(file).lines().count())
                                .as(file.toString())
                                .isLessThanOrEqualTo(LONGEST));
    }

    @Test
    void every_package_states_its_purpose_and_is_null_marked() {
        var packages = SOURCES.stream().map(Path::getParent).collect(toSet());
        assertThat(packages)
                .allSatisfy(folder -> {
                    var info = folder.resolve("package-info.java");
                    assertThat(info).exists();
                    assertThat(House.read(info))
                            .as(info.toString())
                            .startsWith("///")
                            .contains("@NullMarked");
                });
    }

    @Test
    void the_wrapper_still_looks_for_a_jdk() {
        assertThat(House.read(House.ROOT.resolve("mvnw")).lines().toList().get(1))
                .as("regenerating mvnw drops its second line; put it back")
                .startsWith(". \"$(dirname \"$0\")/.mvn/jdk\"");
    }

    @Test
    void the_launcher_and_the_wrapper_may_be_executed() {
        assertThat(List.of("frops", "mvnw", ".ci/run"))
                .allMatch(name -> Files.isExecutable(House.ROOT.resolve(name)));
    }
}
