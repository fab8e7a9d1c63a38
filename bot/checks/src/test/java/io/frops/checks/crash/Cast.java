package io.frops.checks.crash;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.Http;
import io.frops.checks.world.World;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.StoredIncident;
import io.frops.sandbox.slack.workspace.Message;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Those who play: Alertmanager, a person with Slack, a person with a terminal. For one group.
final class Cast {
    static final Instant START = Instant.parse("2026-11-24T03:00:00Z");
    private static final int OK = 200;

    private final Scene scene;
    private final String group;
    private int commands;
    private @Nullable IncidentId known;

    Cast(Scene scene, String group) {
        this.scene = scene;
        this.group = group;
    }

    String group() {
        return group;
    }

    /// Sends it until it is answered 200.
    void fires(Bodies body, List<String> instances) {
        instances.forEach(i -> body.firing(i, START));
        notify(body.json());
        for (String instance : instances) {
            scene.ledger().note("alert " + instance, group, Ledger.fired(instance));
        }
    }

    /// So many alerts, each with so long a text of its own.
    void firesAtLength(int many, int length) {
        Bodies body = Bodies.of(group);
        for (int i = 0; i < many; i++) {
            body.summary(i + "x".repeat(length)).firing("f" + i, START);
        }
        fires(body, List.of());
        scene.ledger().note("the last of many", group, Ledger.fired("f" + (many - 1)));
    }

    void fires(String... instances) {
        fires(Bodies.of(group), List.of(instances));
    }

    void clears(String... instances) {
        Bodies body = Bodies.of(group);
        Arrays.stream(instances).forEach(i -> body.resolved(i, START, START.plusSeconds(60)));
        notify(body.json());
        scene.ledger()
                .note("the end of its alerts", group, event(IncidentEvent.AlertsResolved.class));
    }

    /// An end of something that never began.
    void clearsUnheardOf() {
        notify(Bodies.of("never " + group).resolved("n", START, START.plusSeconds(60)).json());
    }

    private void notify(String body) {
        scene.insist(
                "a notification of " + group,
                () -> {
                    Http.Answer answer =
                            scene.http()
                                    .post(
                                            "/webhooks/alertmanager",
                                            body,
                                            Map.of(
                                                    "Authorization",
                                                    "Bearer " + World.WEBHOOK_TOKEN));
                    return answer.status() == OK ? Optional.of(OK) : Optional.empty();
                });
    }

    /// By `POST /commands`, under one id, until it is answered.
    void runs(Class<? extends IncidentEvent> effect, String... words) {
        String id = group + "/" + commands++;
        String token = scene.token(World.CLARA);
        String list =
                Arrays.stream(words).map(w -> "\"" + w + "\"").collect(Collectors.joining(","));
        String body = "{\"words\":[" + list + "],\"confirm\":true,\"id\":\"" + id + "\"}";
        scene.insist(
                list,
                () -> {
                    Http.Answer answer =
                            scene.http()
                                    .post(
                                            "/commands",
                                            body,
                                            Map.of("Authorization", "Bearer " + token));
                    if (answer.status() / 100 == 4) {
                        throw new AssertionError(list + ": " + answer.body());
                    }
                    return answer.status() == OK ? Optional.of(OK) : Optional.empty();
                });
        scene.ledger().note("the command " + words[0], group, event(effect));
    }

    /// Presses a button of the card until Slack shows no warning.
    void presses(String action, Class<? extends IncidentEvent> effect) {
        String ts = card().ts();
        scene.insist(
                "a press of " + action,
                () ->
                        scene.slack().as(World.CLARA).press(ts, action).ok()
                                ? Optional.of(OK)
                                : Optional.empty());
        scene.ledger().note("the press of " + action, group, event(effect));
    }

    /// Types a command in Slack until it is taken; it changes nothing.
    void asks(String line) {
        scene.insist(
                line,
                () ->
                        scene.slack().as(World.CLARA).command(World.INCIDENTS, line).ok()
                                ? Optional.of(OK)
                                : Optional.empty());
    }

    /// Opens the card's form and closes it; it changes nothing.
    void opensForm(String action) {
        String ts = card().ts();
        scene.await(
                "the form of " + action,
                () -> {
                    var clara = scene.slack().as(World.CLARA);
                    return clara.modal().isPresent() || pressed(action, ts);
                });
        scene.slack().as(World.CLARA).close();
    }

    /// It is pressed; whether the form is there is looked at in the next round.
    private boolean pressed(String action, String ts) {
        scene.slack().as(World.CLARA).press(ts, action);
        return false;
    }

    /// Types a command that asks back, and says yes.
    void confirms(String line, Class<? extends IncidentEvent> effect) {
        var clara = scene.slack().as(World.CLARA);
        int before = clara.ephemerals().size();
        asks(line);
        Message question =
                scene.insist(
                        "a question back",
                        () -> clara.ephemerals().stream().skip(before).findFirst());
        String yes =
                String.valueOf(question.content().blocks())
                        .replaceAll("(?s).*\"action_id\":\"([^\"]+)\".*", "$1");
        scene.insist(
                "a yes to " + line,
                () ->
                        incident().filter(event(effect)).isPresent()
                                        || clara.press(question.ts(), yes).ok()
                                ? Optional.of(OK)
                                : Optional.empty());
        scene.ledger().note("the yes to " + line, group, event(effect));
    }

    Message card() {
        return scene.insist(
                "the card of " + group,
                () -> incident().flatMap(s -> cards(s.id()).stream().findFirst()));
    }

    Optional<StoredIncident> incident() {
        Optional<StoredIncident> found = scene.read(() -> found(scene.state().incidents()));
        found.ifPresent(s -> known = s.id());
        return found;
    }

    private Optional<StoredIncident> found(IncidentStore store) {
        IncidentId id = known;
        return id == null ? store.current(Ledger.group(group)) : store.find(id);
    }

    List<Message> cards(IncidentId id) {
        return scene.slack().messages(World.INCIDENTS).stream()
                .filter(m -> m.content().text().startsWith(id + " "))
                .toList();
    }

    void awaits(String what, Predicate<StoredIncident> condition) {
        scene.await(group + ": " + what, () -> incident().filter(condition).isPresent());
    }

    void awaits(String what, BooleanSupplier condition) {
        scene.await(group + ": " + what, condition);
    }

    /// Card and thread show everything.
    void settles() {
        awaits("its card and thread follow", s -> !s.behind());
    }

    private static Predicate<StoredIncident> event(Class<? extends IncidentEvent> type) {
        return Ledger.event(type::isInstance);
    }
}
