package io.frops.commands.health;

import static io.frops.commands.World.VIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.commands.Golden;
import io.frops.commands.Shown;
import io.frops.commands.World;
import io.frops.commands.say.Say;
import io.frops.core.access.CommandId;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Place;
import io.frops.core.observe.SelfReport;
import io.frops.core.platform.Health;
import io.frops.core.platform.HealthSource;
import io.frops.core.platform.Service;
import io.frops.core.platform.Services;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// How the services are.
class HealthTest {
    private final World world = new World();
    private final Shown shown = new Shown();

    @Test
    void the_verdict_comes_first_and_the_worst_next() {
        world.health.add(source("probes", HealthTest::probed));
        world.health.add(source("Kubernetes", HealthTest::deployed));
        Golden.check("health", shown.of(world.say(VIC, "health")));
        Golden.check("health-one", shown.of(world.say(VIC, "health backend")));
    }

    @Test
    void all_well_is_one_sentence_and_its_evidence() {
        world.health.add(source("probes", s -> List.of(up(s))));
        Golden.check("health-well", shown.of(world.say(VIC, "health")));
    }

    @Test
    void a_service_that_nobody_watches_is_not_called_healthy() {
        Golden.check("health-unwatched", shown.of(world.say(VIC, "health backend")));
    }

    @Test
    void an_unknown_service_gets_the_nearest() {
        Golden.check("health-unknown", shown.of(world.say(VIC, "health bakcend")));
        Golden.check("health-no-such", shown.of(world.say(VIC, "health coffee-machine")));
    }

    @Test
    void without_services_it_names_the_setting() {
        Golden.check("health-nothing", shown.of(ask(new Services(List.of()), List.of())));
    }

    @Test
    void a_hung_source_costs_only_its_own_answer() {
        CountDownLatch never = new CountDownLatch(1);
        HealthSource hung =
                source(
                        "Kubernetes",
                        s -> {
                            awaitForEver(never);
                            return List.of();
                        });
        HealthSource broken =
                source(
                        "metrics",
                        s -> {
                            throw new IllegalStateException("a bug");
                        });
        String text =
                shown.of(
                        ask(
                                World.SERVICES,
                                List.of(hung, broken, source("probes", s -> List.of(up(s))))));
        assertThat(text)
                .contains(
                        "No service is known to be unhealthy. Not fully seen: backend, mongodb and rag-engine.")
                .contains("Kubernetes: no answer in 1 s")
                .contains("metrics: failed by a mistake of frops itself")
                .contains("http://backend/health")
                .doesNotContain("a bug");
    }

    private Outcome ask(Services services, List<HealthSource> sources) {
        HealthCommand command =
                new HealthCommand(
                        services,
                        new Checkup(sources, Duration.ofSeconds(1)),
                        () -> world.self,
                        new Say(World.PEOPLE));
        return command.run(
                command.arguments(),
                new Invocation(
                        new CommandId("h"),
                        VIC,
                        new Place.Terminal(),
                        List.of("health"),
                        false,
                        false,
                        () -> false));
    }

    private static void awaitForEver(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Health> probed(Service service) {
        return switch (service.name().value()) {
            case "backend" ->
                    List.of(
                            new Health.Probe(
                                    "http://backend/health",
                                    false,
                                    503,
                                    Duration.ofMillis(12),
                                    "answers that it is not ready"));
            case "mongodb" -> List.of(up(service));
            case String _ -> List.of();
        };
    }

    private static List<Health> deployed(Service service) {
        return switch (service.name().value()) {
            case "backend" ->
                    List.of(
                            new Health.Workload(
                                    "prod",
                                    "backend",
                                    3,
                                    1,
                                    "ProgressDeadlineExceeded",
                                    List.of(
                                            new Health.Pod("backend-1", "Running", true, 0, ""),
                                            new Health.Pod(
                                                    "backend-2",
                                                    "Running",
                                                    false,
                                                    7,
                                                    "OOMKilled, exit code 137"),
                                            new Health.Pod(
                                                    "backend-3",
                                                    "Pending",
                                                    false,
                                                    0,
                                                    "ImagePullBackOff"))));
            case "mongodb" ->
                    List.of(
                            new Health.Unanswered(
                                    "Kubernetes prod/mongodb",
                                    "may not list pods. Grant it by config/k8s/reader.yaml"));
            case String _ -> List.of();
        };
    }

    private static Health up(Service service) {
        return new Health.Probe(
                "http://" + service.name() + "/health", true, 200, Duration.ofMillis(8), "");
    }

    private static HealthSource source(String name, Function<Service, List<Health>> answers) {
        return new HealthSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Health> of(Service service) {
                return answers.apply(service);
            }
        };
    }

    @Test
    void the_bots_own_health_says_that_all_is_well() {
        Golden.check("health-frops", shown.of(world.say(World.VIC, "health frops")));
    }

    @Test
    void the_bots_own_health_says_what_waits_and_why() {
        world.self =
                new SelfReport(
                        new java.util.TreeMap<>(
                                Map.of("after a person's click", 1, "counts and threads", 12)),
                        java.util.Optional.of(Duration.ofMinutes(4)),
                        List.of(new SelfReport.StormLine("#incidents", false, 412, 380)),
                        Map.of("chat.update", world.clock.instant().plusSeconds(30)),
                        new SelfReport.Store.Answers(Duration.ofMillis(3)),
                        true,
                        java.util.Optional.of("frops-0"));
        Golden.check("health-frops-late", shown.of(world.say(World.VIC, "health frops")));
    }

    @Test
    void the_bots_own_health_says_who_looks_after_cards_and_that_the_store_is_away() {
        world.self =
                new SelfReport(
                        Map.of(),
                        java.util.Optional.empty(),
                        List.of(),
                        Map.of(),
                        new SelfReport.Store.Silent("MongoDB gave no answer in time."),
                        false,
                        java.util.Optional.of("frops-1"));
        Golden.check("health-frops-down", shown.of(world.say(World.VIC, "health frops")));
    }
}
