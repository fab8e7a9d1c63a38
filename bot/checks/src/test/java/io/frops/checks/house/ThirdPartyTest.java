package io.frops.checks.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A library is known to the package that wraps it and to nobody else, so that it can be replaced
/// there.
class ThirdPartyTest {
    private static final JavaClasses MAIN = House.mainClasses();

    @ParameterizedTest
    @CsvSource({
        "com.slack..,              integrations.slack",
        "okhttp3..,                integrations.http integrations.slack",
        "io.fabric8..,             integrations.kubernetes sandbox.kubernetes",
        "com.mongodb..,            integrations.mongo",
        "org.bson..,               integrations.mongo",
        "de.bwaldvogel..,          integrations.mongo",
        "org.h2..,                 integrations.mongo",
        "io.opentelemetry..,       integrations.otlp",
        "com.google.re2j..,        integrations",
        "com.fasterxml.jackson..,  integrations app sandbox",
        "jakarta.servlet..,        integrations app sandbox",
        "org.eclipse.jetty..,      app sandbox",
        "io.micrometer..,          app",
        "io.prometheus..,          app",
        "ch.qos.logback..,         app",
        "org.snakeyaml..,          config",
        "picocli..,                commands",
    })
    void a_library_stays_in_its_room(String library, String rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        Arrays.stream(rooms.split(" "))
                                .map(room -> "io.frops." + room + "..")
                                .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(MAIN);
    }
}
