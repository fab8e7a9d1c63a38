package io.frops.sandbox.platform;

import io.frops.core.platform.Service;
import io.frops.core.platform.ServiceName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The guide's services, each with a health address, metrics and the pages that its alert links to.
/// Breaking one makes its health fail and its alert fire; mending undoes both.
public final class SamplePlatform implements AutoCloseable {
    private final InstantSource clock;
    private final AlertSink alerts;
    private final BrokenFile file;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<SampleService, History> services = new LinkedHashMap<>();
    private final List<PlatformListener> listeners = new ArrayList<>();
    private final LoopbackServer server;

    private SamplePlatform(
            InstantSource clock, AlertSink alerts, int port, Optional<Path> remembered) {
        this.clock = clock;
        this.alerts = alerts;
        this.file = new BrokenFile(remembered);
        Map<String, Instant> broken = file.read();
        GuideServices.all().forEach(s -> services.put(s, begun(broken.get(s.name()))));
        this.server = LoopbackServer.start(port, new Site(this::histories, clock));
        services.forEach((s, history) -> {
            if (history.isBroken()) {
                fire(s, history.begin());
            }
        });
    }

    /// @param alerts is told of what is broken already, and of each change
    /// @param port 0 takes a free one
    /// @param remembered file that keeps what is broken over a restart; absent forgets
    public static SamplePlatform start(
            InstantSource clock, AlertSink alerts, int port, Optional<Path> remembered) {
        return new SamplePlatform(clock, alerts, port, remembered);
    }

    private History begun(@Nullable Instant brokenSince) {
        return brokenSince == null
                ? History.since(clock.instant())
                : History.since(brokenSince).flipped(brokenSince);
    }

    public URI address() {
        return server.address();
    }

    /// In the guide's order.
    public List<SampleService> services() {
        return GuideServices.all();
    }

    /// As the bot's configuration would describe them.
    ///
    /// @param namespace of their deployments
    public List<Service> configured(String namespace) {
        return services().stream().map(s -> configured(s, namespace)).toList();
    }

    private Service configured(SampleService s, String namespace) {
        AlertText text = text(s);
        return new Service(
                new ServiceName(s.name()),
                s.aliases(),
                s.tier(),
                s.team(),
                List.of(text.health()),
                List.of(new Service.Deployment(namespace, s.name())),
                text.runbook(),
                text.dashboard());
    }

    /// Nothing happens when it is broken already.
    ///
    /// @throws IllegalArgumentException when there is no such service
    public void breakService(String name) {
        change(name, true);
    }

    /// Nothing happens when it is well already.
    ///
    /// @throws IllegalArgumentException when there is no such service
    public void mend(String name) {
        change(name, false);
    }

    public boolean isBroken(String name) {
        return known(histories(), named(name)).isBroken();
    }

    /// Adds somebody who plays along, and tells at once what is broken.
    public void addListener(PlatformListener listener) {
        lock.lock();
        try {
            listeners.add(listener);
            services.forEach((s, history) -> {
                if (history.isBroken()) {
                    listener.broken(s);
                }
            });
        } finally {
            lock.unlock();
        }
    }

    private void change(String name, boolean broken) {
        SampleService service = named(name);
        lock.lock();
        try {
            History before = known(services, service);
            if (before.isBroken() == broken) {
                return;
            }
            Instant now = clock.instant();
            services.put(service, before.flipped(now));
            file.write(brokenSince());
            tell(service, broken, now);
        } finally {
            lock.unlock();
        }
    }

    private static History known(Map<SampleService, History> all, SampleService service) {
        return Objects.requireNonNull(all.get(service), service.name());
    }

    private void tell(SampleService service, boolean broken, Instant now) {
        if (broken) {
            fire(service, now);
            listeners.forEach(l -> l.broken(service));
        } else {
            alerts.resolve(text(service).labels());
            listeners.forEach(l -> l.mended(service));
        }
    }

    private void fire(SampleService service, Instant since) {
        AlertText text = text(service);
        alerts.fire(text.labels(), text.annotations(), text.graph(), since);
    }

    private Map<String, Instant> brokenSince() {
        Map<String, Instant> broken = new TreeMap<>();
        services.forEach((s, history) -> {
            if (history.isBroken()) {
                broken.put(s.name(), history.flips().getLast());
            }
        });
        return broken;
    }

    private Map<SampleService, History> histories() {
        lock.lock();
        try {
            return new LinkedHashMap<>(services);
        } finally {
            lock.unlock();
        }
    }

    private AlertText text(SampleService service) {
        return new AlertText(service, server.address());
    }

    private SampleService named(String name) {
        return services().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no service is called %s; there are %s"
                                        .formatted(
                                                name,
                                                services().stream()
                                                        .map(SampleService::name)
                                                        .toList())));
    }

    @Override
    public void close() {
        server.close();
    }
}
