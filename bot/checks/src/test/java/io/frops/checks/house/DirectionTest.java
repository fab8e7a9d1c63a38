package io.frops.checks.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `core <- {commands, integrations, config} <- app <- sandbox <- checks`.
class DirectionTest {
    private static final JavaClasses MAIN = House.mainClasses();

    @Test
    void every_module_is_looked_at() {
        for (var module : House.MODULES) {
            var name = module.substring(module.indexOf('/') + 1);
            assertThat(MAIN.containPackage("io.frops." + name)).as(name).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "core, commands config integrations app sandbox checks",
        "commands, config integrations app sandbox checks",
        "config, commands integrations app sandbox checks",
        "integrations, commands config app sandbox checks",
        "app, sandbox checks",
        "sandbox, checks",
    })
    void a_module_does_not_see_those_that_stand_on_it(String module, String forbidden) {
        noClasses()
                .that()
                .resideInAPackage("io.frops." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Arrays.stream(forbidden.split(" "))
                                .map(name -> "io.frops." + name + "..")
                                .toArray(String[]::new))
                .check(MAIN);
    }

    @Test
    void core_needs_nothing_but_the_jdk_and_two_apis() {
        classes()
                .that()
                .resideInAPackage("io.frops.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.frops.core..",
                        "java..",
                        "javax.crypto..",
                        "org.slf4j..",
                        "org.jspecify..")
                .check(MAIN);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("io.frops.(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void integrations_see_each_other_only_through_http() {
        slices().matching("io.frops.integrations.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage("io.frops.integrations.http.."))
                .allowEmptyShould(true)
                .check(MAIN);
    }
}
