package io.frops.sandbox.alertmanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.stream.Collectors;

/// `/status` and `/receivers`.
record StatusApi(Engine engine, SimulatorSettings settings) {
    Reply status(Call call) {
        ObjectNode status = StateJson.object();
        status.putObject("cluster").put("status", "disabled").putArray("peers");
        status.putObject("config").put("original", config());
        Instant startedAt = engine.look(Engine.Snapshot::startedAt);
        status.put("uptime", Times.millis(startedAt));
        status.putObject("versionInfo")
                .put("branch", "sandbox")
                .put("buildDate", "")
                .put("buildUser", "")
                .put("goVersion", "")
                .put("revision", "")
                .put("version", settings.release().version());
        return Reply.json(status);
    }

    Reply receivers(Call call) {
        ArrayNode receivers = StateJson.NODES.arrayNode();
        settings.routes().stream()
                .map(Route::receiver)
                .distinct()
                .sorted()
                .forEach(name -> receivers.addObject().put("name", name));
        return Reply.json(receivers);
    }

    private String config() {
        return settings.routes().stream()
                .map(Route::receiver)
                .distinct()
                .map(name -> "- name: " + name + "\n")
                .collect(Collectors.joining("", "receivers:\n", ""));
    }
}
