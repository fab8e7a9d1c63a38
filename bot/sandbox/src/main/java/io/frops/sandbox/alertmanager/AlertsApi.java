package io.frops.sandbox.alertmanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// `/alerts` and `/alerts/groups`.
record AlertsApi(Engine engine, SimulatorSettings settings, InstantSource clock) {
    /// Which alerts a caller asks for.
    private record Wanted(
            List<Matcher> filters,
            Optional<Pattern> receiver,
            boolean active,
            boolean silenced,
            boolean inhibited) {
        static Wanted by(Call call) {
            return new Wanted(
                    call.filters(),
                    call.receiver(),
                    call.wants("active"),
                    call.wants("silenced"),
                    call.wants("inhibited"));
        }

        boolean takes(StoredAlert alert, Muting muting, String to) {
            return takes(to)
                    && filters.stream().allMatch(f -> f.matches(alert.labels()))
                    && (active || !muting.active())
                    && (silenced || muting.silencedBy().isEmpty())
                    && (inhibited || muting.inhibitedBy().isEmpty());
        }

        private boolean takes(String to) {
            return receiver.map(r -> r.matcher(to).matches()).orElse(true);
        }
    }

    Reply list(Call call) {
        Wanted wanted = Wanted.by(call);
        return Reply.json(
                engine.look(s -> {
                    ArrayNode list = StateJson.NODES.arrayNode();
                    s.firing().stream()
                            .filter(a -> wanted.takes(a, s.muting(a), s.receiver(a)))
                            .forEach(a -> list.add(json(s, a)));
                    return list;
                }));
    }

    Reply groups(Call call) {
        Wanted wanted = Wanted.by(call);
        return Reply.json(
                engine.look(s -> {
                    ArrayNode list = StateJson.NODES.arrayNode();
                    s.groups().forEach(g -> add(list, s, g, wanted));
                    return list;
                }));
    }

    private void add(ArrayNode list, Engine.Snapshot s, Group group, Wanted wanted) {
        ArrayNode alerts = StateJson.NODES.arrayNode();
        String receiver = group.route().receiver();
        group.alerts().stream()
                .filter(a -> !a.resolved(s.now()))
                .filter(a -> wanted.takes(a, s.muting(a), receiver))
                .forEach(a -> alerts.add(json(s, a)));
        if (!alerts.isEmpty()) {
            ObjectNode node = list.addObject();
            node.set("alerts", alerts);
            node.set("labels", StateJson.map(group.labels()));
            node.putObject("receiver").put("name", receiver);
        }
    }

    private ObjectNode json(Engine.Snapshot s, StoredAlert alert) {
        Muting muting = s.muting(alert);
        ObjectNode node = StateJson.object();
        node.set("annotations", StateJson.map(alert.annotations()));
        node.put("endsAt", Times.millis(alert.endsAt())).put("fingerprint", alert.fingerprint());
        node.putArray("receivers").addObject().put("name", s.receiver(alert));
        node.put("startsAt", Times.millis(alert.startsAt()));
        ObjectNode status = node.putObject("status");
        status.set("inhibitedBy", StateJson.array(muting.inhibitedBy()));
        if (settings.release() == Release.V0_34) {
            status.putArray("mutedBy");
        }
        status.set("silencedBy", StateJson.array(muting.silencedBy()));
        status.put("state", muting.state());
        node.put("updatedAt", Times.millis(alert.updatedAt()));
        if (!alert.generatorUrl().isEmpty()) {
            node.put("generatorURL", alert.generatorUrl());
        }
        node.set("labels", StateJson.map(alert.labels()));
        return node;
    }

    Reply post(Call call) {
        PostedAlerts posted =
                PostedAlerts.read(call.json(), clock.instant(), settings.timing().resolveTimeout());
        engine.accept(posted.valid());
        posted.refusal()
                .ifPresent(refusal -> {
                    throw refusal;
                });
        return Reply.done();
    }
}
