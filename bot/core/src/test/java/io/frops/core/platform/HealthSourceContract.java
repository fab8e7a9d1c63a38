package io.frops.core.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// What every source of health holds, whatever it asks.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
public abstract class HealthSourceContract {
    protected abstract HealthSource source();

    /// The same kind of source whose system takes the connection and says nothing.
    protected abstract HealthSource silent();

    /// The same kind of source where nothing listens.
    protected abstract HealthSource unreachable();

    protected abstract Service well();

    protected abstract Service failing();

    @Test
    void a_source_has_a_name_for_people() {
        assertThat(source().name()).isNotBlank();
    }

    @Test
    void a_service_that_is_not_its_own_has_no_evidence() {
        assertThat(source().of(service("other", List.of(), List.of()))).isEmpty();
    }

    @Test
    void a_service_that_is_well_shows_nothing_but_good_evidence() {
        assertThat(source().of(well())).isNotEmpty().allMatch(HealthSourceContract::good);
    }

    @Test
    void a_service_that_fails_shows_why() {
        assertThat(source().of(failing()))
                .anySatisfy(h -> {
                    assertThat(good(h)).isFalse();
                    assertThat(said(h)).isNotBlank();
                });
    }

    @Test
    void silence_is_said_after_the_time_allowed_and_not_thrown() {
        long began = System.nanoTime();
        assertThat(silent().of(well()))
                .isNotEmpty()
                .allSatisfy(h -> assertThat(said(h)).isEqualTo("no answer in 3 s"));
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(2900), Duration.ofMillis(4500));
    }

    @Test
    void an_absent_system_is_said_and_not_thrown() {
        assertThat(unreachable().of(well()))
                .isNotEmpty()
                .noneMatch(HealthSourceContract::good)
                .allSatisfy(h -> assertThat(said(h)).isNotBlank().doesNotContain("Exception"));
    }

    /// Whether this piece of evidence speaks for the service.
    protected static boolean good(Health health) {
        return switch (health) {
            case Health.Probe p -> p.healthy();
            case Health.Workload w -> w.ready() >= w.wanted() && w.wanted() > 0;
            case Health.Unanswered _ -> false;
        };
    }

    /// What it says of the trouble.
    protected static String said(Health health) {
        return switch (health) {
            case Health.Probe p -> p.detail();
            case Health.Workload w ->
                    w.why()
                            + String.join(
                                    "; ",
                                    w.pods().stream().map(Health.Pod::why).distinct().toList());
            case Health.Unanswered u -> u.why();
        };
    }

    protected static Service service(
            String name, List<URI> probes, List<Service.Deployment> deployments) {
        return new Service(
                new ServiceName(name),
                List.of(),
                Service.Tier.CRITICAL,
                "platform",
                probes,
                deployments,
                null,
                null);
    }
}
