package io.frops.sandbox.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the simulator holds, as JSON for its journal and, in part, for its API.
final class StateJson {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StateJson() {}

    static ObjectNode entry(StoredAlert alert) {
        ObjectNode node = object();
        node.put("entry", "alert");
        node.set("labels", map(alert.labels()));
        node.set("annotations", map(alert.annotations()));
        return node.put("startsAt", alert.startsAt().toString())
                .put("endsAt", alert.endsAt().toString())
                .put("updatedAt", alert.updatedAt().toString())
                .put("timeout", alert.timeout())
                .put("generatorURL", alert.generatorUrl());
    }

    static StoredAlert alert(JsonNode node) {
        return new StoredAlert(
                texts(node.get("labels")),
                texts(node.get("annotations")),
                time(node, "startsAt"),
                time(node, "endsAt"),
                time(node, "updatedAt"),
                node.path("timeout").asBoolean(),
                node.path("generatorURL").asText());
    }

    static ObjectNode entry(StoredSilence silence) {
        ObjectNode node = object();
        node.put("entry", "silence").put("id", silence.id());
        node.set("matchers", matchers(silence.matchers()));
        return node.put("startsAt", silence.startsAt().toString())
                .put("endsAt", silence.endsAt().toString())
                .put("updatedAt", silence.updatedAt().toString())
                .put("createdBy", silence.createdBy())
                .put("comment", silence.comment());
    }

    static StoredSilence silence(JsonNode node) {
        return new StoredSilence(
                node.path("id").asText(),
                matchers(node.path("matchers")),
                time(node, "startsAt"),
                time(node, "endsAt"),
                time(node, "updatedAt"),
                node.path("createdBy").asText(),
                node.path("comment").asText());
    }

    static ObjectNode entry(Sent sent) {
        ObjectNode node = object();
        node.put("entry", "sent").put("groupKey", sent.groupKey()).put("at", sent.at().toString());
        node.set("firing", array(sent.firing()));
        node.set("resolved", array(sent.resolved()));
        return node;
    }

    static Sent sent(JsonNode node) {
        return new Sent(
                node.path("groupKey").asText(),
                time(node, "at"),
                set(node.path("firing")),
                set(node.path("resolved")));
    }

    static ArrayNode matchers(List<Matcher> matchers) {
        ArrayNode array = NODES.arrayNode();
        matchers.forEach(m ->
                array.addObject()
                        .put("isEqual", m.equal())
                        .put("isRegex", m.regex())
                        .put("name", m.name())
                        .put("value", m.value()));
        return array;
    }

    static List<Matcher> matchers(JsonNode array) {
        return array.valueStream()
                .map(m ->
                        new Matcher(
                                m.path("name").asText(),
                                m.path("value").asText(),
                                m.path("isRegex").asBoolean(),
                                m.path("isEqual").asBoolean(true)))
                .toList();
    }

    static ObjectNode map(Map<String, String> texts) {
        ObjectNode node = object();
        new TreeMap<>(texts).forEach(node::put);
        return node;
    }

    static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.propertyStream().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
        return texts;
    }

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ArrayNode array(Collection<String> texts) {
        ArrayNode array = NODES.arrayNode();
        texts.stream().sorted().forEach(array::add);
        return array;
    }

    private static Set<String> set(JsonNode array) {
        Set<String> set = new LinkedHashSet<>();
        array.valueStream().forEach(v -> set.add(v.asText()));
        return set;
    }

    private static Instant time(JsonNode node, String field) {
        return Instant.parse(node.path(field).asText());
    }
}
