package io.frops.checks.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What must come in through constructors, and what must not happen at all.
class BannedCallsTest {
    private static final JavaClasses MAIN = House.mainClasses();
    private static final JavaClasses TESTS =
            House.testClasses().that(not(equivalentTo(Offender.class)));

    /// Calls that read the time of day. Those that are given a [Clock] are fine.
    static final Set<String> TIME_OF_DAY =
            Set.of(
                    "java.time.Instant.now()",
                    "java.time.LocalDate.now()",
                    "java.time.LocalTime.now()",
                    "java.time.LocalDateTime.now()",
                    "java.time.ZonedDateTime.now()",
                    "java.time.OffsetDateTime.now()",
                    "java.time.Clock.systemUTC()",
                    "java.time.Clock.systemDefaultZone()",
                    "java.time.Clock.system(java.time.ZoneId)",
                    "java.time.InstantSource.system()",
                    "java.lang.System.currentTimeMillis()",
                    "java.util.Date.<init>()");

    static final Set<String> WAITING =
            Set.of(
                    "java.lang.Thread.sleep(long)",
                    "java.lang.Thread.sleep(long, int)",
                    "java.lang.Thread.sleep(java.time.Duration)",
                    "java.util.concurrent.TimeUnit.sleep(long)");

    static final Set<String> SURROUNDINGS =
            Set.of("java.lang.System.getenv()", "java.lang.System.getenv(java.lang.String)");

    static final Set<String> CHANCE =
            Set.of(
                    "java.lang.Math.random()",
                    "java.util.UUID.randomUUID()",
                    "java.util.Random.<init>()",
                    "java.util.concurrent.ThreadLocalRandom.current()");

    static Stream<Set<String>> injected() {
        return Stream.of(TIME_OF_DAY, WAITING, SURROUNDINGS, CHANCE);
    }

    @ParameterizedTest
    @MethodSource("injected")
    void only_app_reaches_for_time_chance_and_surroundings(Set<String> calls) {
        nobodyCalls(calls, "io.frops.app..").check(MAIN);
    }

    @Test
    void tests_live_by_a_clock_of_their_own_and_never_sleep() {
        nobodyCalls(TIME_OF_DAY, "io.frops.app..").check(TESTS);
        nobodyCalls(WAITING).check(TESTS);
    }

    @ParameterizedTest
    @ValueSource(classes = {ProcessBuilder.class, Runtime.class})
    void no_program_is_ever_started(Class<?> starter) {
        noClasses()
                .should()
                .callMethodWhere(
                        target(
                                describe(
                                        "start a process",
                                        (CodeUnitCallTarget call) ->
                                                call.getOwner().isEquivalentTo(starter)
                                                        && Set.of("start", "exec", "startPipeline")
                                                                .contains(call.getName()))))
                .check(MAIN);
    }

    @Test
    void only_the_terminals_side_prints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.frops.app..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(MAIN);
    }

    @Test
    void nothing_static_changes() {
        fields().that().areStatic().should().beFinal().check(MAIN);
    }

    @Test
    void the_bans_find_what_they_ban() {
        var offender = new ClassFileImporter().importClasses(Offender.class);
        assertThat(List.of(TIME_OF_DAY, CHANCE, SURROUNDINGS))
                .allMatch(calls -> nobodyCalls(calls).evaluate(offender).hasViolation());
    }

    private static ArchRule nobodyCalls(Set<String> calls, String... except) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(except)
                .should()
                .callCodeUnitWhere(
                        target(
                                describe(
                                        "are one of " + calls,
                                        (CodeUnitCallTarget call) ->
                                                calls.contains(call.getFullName()))));
    }

    /// Does what is banned, so that the rules can be seen to bite. Never run.
    @SuppressWarnings("unused")
    private static final class Offender {
        final Clock clock = Clock.systemUTC();
        final Random random = new Random();
        final String home = System.getenv("HOME");
    }
}
