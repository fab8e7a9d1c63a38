package io.frops.sandbox.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A silence as a client posts it.
///
/// @param id of the silence to change; empty for a new one
record PostedSilence(
        String id,
        List<Matcher> matchers,
        Instant startsAt,
        Instant endsAt,
        String createdBy,
        String comment) {
    static PostedSilence read(String json) {
        JsonNode node = PostedJson.read(json, "silence");
        if (!node.isObject()) {
            throw PostedJson.unfit("silence", node, "models.PostableSilence");
        }
        for (String field : List.of("comment", "createdBy", "endsAt", "matchers", "startsAt")) {
            if (!node.hasNonNull(field)) {
                throw Refusal.required(field);
            }
        }
        return new PostedSilence(
                text(node, "id"),
                matchers(node.path("matchers")),
                PostedJson.time("silence", node.path("startsAt")),
                PostedJson.time("silence", node.path("endsAt")),
                text(node, "createdBy"),
                text(node, "comment"));
    }

    private static String text(JsonNode node, String field) {
        return PostedJson.text("silence", node.path(field));
    }

    private static List<Matcher> matchers(JsonNode array) {
        if (!array.isArray()) {
            throw PostedJson.unfit("silence", array, "models.Matchers");
        }
        if (array.isEmpty()) {
            throw Refusal.schema(422, 612, "matchers in body should have at least 1 items");
        }
        List<Matcher> matchers = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            matchers.add(matcher(array.get(i), i));
        }
        return List.copyOf(matchers);
    }

    private static Matcher matcher(JsonNode node, int index) {
        for (String field : List.of("isRegex", "name", "value")) {
            if (!node.hasNonNull(field)) {
                throw Refusal.required("matchers." + index + "." + field);
            }
        }
        return new Matcher(
                text(node, "name"),
                text(node, "value"),
                node.path("isRegex").asBoolean(),
                node.path("isEqual").asBoolean(true));
    }

    /// The silence as it is kept, if it may be; one cannot begin in the past.
    StoredSilence at(Instant now, String silenceId) {
        if (!startsAt.isBefore(endsAt)) {
            throw Refusal.text(400, "Failed to create silence: start time must be before end time");
        }
        if (endsAt.isBefore(now)) {
            throw Refusal.text(400, "Failed to create silence: end time can't be in the past");
        }
        for (int i = 0; i < matchers.size(); i++) {
            String prefix = "silence invalid: invalid label matcher " + i + ": ";
            matchers.get(i).check(400, prefix);
        }
        if (matchers.stream().allMatch(m -> m.matches(Map.of()))) {
            throw Refusal.text(
                    400, "silence invalid: at least one matcher must not match the empty string");
        }
        Instant start = startsAt.isBefore(now) ? now : startsAt;
        return new StoredSilence(silenceId, matchers, start, endsAt, now, createdBy, comment);
    }
}
