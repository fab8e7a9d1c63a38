package io.frops.app.wiring;

import io.frops.app.http.AlertmanagerWebhook;
import io.frops.app.http.CommandsServlet;
import io.frops.app.http.HealthServlet;
import io.frops.app.http.MetricsServlet;
import io.frops.app.http.SocketModeServlet;
import io.frops.app.http.SourceKeys;
import io.frops.app.http.WebServer;
import io.frops.app.observe.Meters;
import io.frops.app.settings.Settings;
import io.frops.core.chat.PlainText;
import io.frops.core.intake.SourceWatch;
import io.frops.core.observe.Trace;
import io.frops.core.observe.Tracing;
import io.frops.integrations.alertmanager.AlertmanagerSettings;
import io.frops.integrations.slack.door.SlackDoor;
import jakarta.servlet.http.HttpServlet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The bot's HTTP listeners: the main one first, then one for metrics alone if the settings say so.
record Web(List<WebServer> servers) {
    static Web of(
            Settings settings,
            Adapters adapters,
            Core core,
            Talk talk,
            Host host,
            Meters meters,
            Tracing tracing,
            Supplier<Optional<String>> trouble) {
        Map<String, HttpServlet> doors = new HashMap<>();
        doors.put(
                "/webhooks/alertmanager",
                new AlertmanagerWebhook(
                        keys(settings), intake(core), meters, settings.server().maxBody().bytes()));
        doors.put(
                "/slack/events",
                settings.slack().appToken().isPresent()
                        ? new SocketModeServlet()
                        : SlackDoor.servlet(
                                settings.slack(),
                                adapters.slack(),
                                Observed.of(talk.doors(), meters),
                                host.clock()));
        doors.put("/commands", commands(settings, talk, host, meters));
        doors.put("/health/*", new HealthServlet(trouble));
        List<WebServer> servers = new ArrayList<>();
        settings.server()
                .metrics()
                .ifPresentOrElse(
                        l ->
                                servers.add(
                                        new WebServer(
                                                l.host(),
                                                l.port(),
                                                Map.of("/metrics", new MetricsServlet(meters)),
                                                host.arrows(),
                                                tracing)),
                        () -> doors.put("/metrics", new MetricsServlet(meters)));
        servers.addFirst(
                new WebServer(
                        settings.server().host(),
                        settings.server().port(),
                        doors,
                        host.arrows(),
                        tracing));
        return new Web(servers);
    }

    private static CommandsServlet commands(
            Settings settings, Talk talk, Host host, Meters meters) {
        PlainText text = new PlainText(settings.timeZone(), talk.context().people()::name);
        return new CommandsServlet(
                talk.tokens(), Observed.of(talk.doors(), meters), text, host.ids());
    }

    /// What was cut short is fetched once its notification is durable and answered.
    private static Consumer<io.frops.core.alert.Notification> intake(Core core) {
        return notification -> {
            core.intake().accept(notification);
            SourceWatch watch = core.watches().get(notification.source());
            if (notification.truncated() > 0 && watch != null) {
                Thread.ofVirtual()
                        .name("left-out")
                        .start(Trace.carried(() -> watch.leftOut(notification)));
            }
        };
    }

    private static SourceKeys keys(Settings settings) {
        return SourceKeys.of(settings.alertmanagers().stream().map(Web::expected).toList());
    }

    private static SourceKeys.Expected expected(AlertmanagerSettings source) {
        return source.token()
                .map(token -> SourceKeys.Expected.bearer(source.name(), token.reveal()))
                .orElseGet(() ->
                        source.basic()
                                .map(login ->
                                        SourceKeys.Expected.basic(
                                                source.name(),
                                                login.user(),
                                                login.password().reveal()))
                                .orElseThrow());
    }
}
