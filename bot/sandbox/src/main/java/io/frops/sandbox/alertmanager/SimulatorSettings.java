package io.frops.sandbox.alertmanager;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the simulator is set up; [#defaults] and the `with` methods make one.
///
/// @param port 0 takes a free one
/// @param routes the first that takes an alert gets it; the last should take everything
/// @param receiver whose notifications are sent; other receivers' are not
/// @param folder where alerts, silences and the notification log are kept; without one in memory
public record SimulatorSettings(
        int port,
        Release release,
        List<Route> routes,
        List<Inhibition> inhibitions,
        Timing timing,
        String receiver,
        Optional<Path> folder) {
    public SimulatorSettings {
        routes = List.copyOf(routes);
        inhibitions = List.copyOf(inhibitions);
    }

    /// @param groupWait before a new group's first notification
    /// @param groupInterval between a group's notifications
    /// @param repeatInterval after which one with nothing new is sent
    /// @param resolveTimeout how long an alert without an end lives
    public record Timing(
            Duration groupWait,
            Duration groupInterval,
            Duration repeatInterval,
            Duration resolveTimeout) {
        public static final Timing QUICK =
                new Timing(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofHours(4),
                        Duration.ofMinutes(5));
    }

    /// One receiver `frops`, grouped by alertname and service.
    public static SimulatorSettings defaults() {
        return new SimulatorSettings(
                0,
                Release.V0_34,
                List.of(new Route("frops", Map.of(), List.of("alertname", "service"))),
                List.of(),
                Timing.QUICK,
                "frops",
                Optional.empty());
    }

    public SimulatorSettings withPort(int number) {
        return new SimulatorSettings(
                number, release, routes, inhibitions, timing, receiver, folder);
    }

    public SimulatorSettings withRelease(Release which) {
        return new SimulatorSettings(port, which, routes, inhibitions, timing, receiver, folder);
    }

    public SimulatorSettings withRoutes(List<Route> all, List<Inhibition> rules) {
        return new SimulatorSettings(port, release, all, rules, timing, receiver, folder);
    }

    public SimulatorSettings withTiming(Timing times) {
        return new SimulatorSettings(port, release, routes, inhibitions, times, receiver, folder);
    }

    public SimulatorSettings withFolder(Path where) {
        return new SimulatorSettings(
                port, release, routes, inhibitions, timing, receiver, Optional.of(where));
    }

    Route route(Map<String, String> labels) {
        return routes.stream().filter(r -> r.takes(labels)).findFirst().orElseGet(routes::getLast);
    }
}
