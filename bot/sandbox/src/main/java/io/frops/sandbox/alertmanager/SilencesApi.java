package io.frops.sandbox.alertmanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `/silences` and `/silence/ID`.
///
/// @param ids a new UUID each time
record SilencesApi(Engine engine, Release release, Supplier<String> ids) {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final List<String> STATES = List.of("active", "pending", "expired");

    Reply list(Call call) {
        List<Matcher> filters = call.filters();
        return Reply.json(
                engine.look(s -> {
                    ArrayNode list = StateJson.NODES.arrayNode();
                    s.holdings().silences().stream()
                            .filter(silence -> fits(silence, filters))
                            .sorted(order(s.now()))
                            .forEach(silence -> list.add(json(silence, s.now())));
                    return list;
                }));
    }

    private static boolean fits(StoredSilence silence, List<Matcher> filters) {
        return filters.stream()
                .allMatch(f ->
                        silence.matchers().stream()
                                .anyMatch(m ->
                                        m.name().equals(f.name()) && m.value().equals(f.value())));
    }

    private static Comparator<StoredSilence> order(Instant now) {
        return Comparator.comparingInt((StoredSilence s) -> STATES.indexOf(s.state(now)))
                .thenComparing(StoredSilence::endsAt);
    }

    Reply get(String id) {
        return Reply.json(engine.look(s -> json(known(id, s, 404), s.now())));
    }

    Reply delete(String id) {
        boolean oldWay = release == Release.V0_25;
        StoredSilence ended = engine.look(s -> known(id, s, oldWay ? 500 : 404).ended(s.now()));
        engine.accept(ended);
        return Reply.done();
    }

    private static StoredSilence known(String id, Engine.Snapshot s, int unknown) {
        if (!UUID.matcher(id).matches()) {
            throw Refusal.schema(
                    422, 601, "silenceID in path must be of type uuid: " + Labels.quoted(id));
        }
        StoredSilence silence = s.holdings().silence(id);
        if (silence == null) {
            throw unknown == 500 ? Refusal.text(500, "silence not found") : Refusal.empty(404);
        }
        return silence;
    }

    Reply post(Call call) {
        PostedSilence posted = PostedSilence.read(call.json());
        StoredSilence made =
                engine.look(s -> {
                    StoredSilence older = older(posted, s);
                    String id = older == null ? ids.get() : older.id();
                    return posted.at(s.now(), id);
                });
        engine.accept(made);
        return Reply.json(StateJson.object().put("silenceID", made.id()));
    }

    /// The silence that a post with an id changes.
    private static @Nullable StoredSilence older(PostedSilence posted, Engine.Snapshot s) {
        if (posted.id().isEmpty()) {
            return null;
        }
        StoredSilence older = s.holdings().silence(posted.id());
        if (older == null) {
            throw Refusal.text(404, "silence not found");
        }
        boolean changes = older.matchers().equals(posted.matchers());
        return changes && !older.state(s.now()).equals("expired") ? older : null;
    }

    private static ObjectNode json(StoredSilence silence, Instant now) {
        ObjectNode node = StateJson.object();
        node.put("id", silence.id());
        node.putObject("status").put("state", silence.state(now));
        node.put("updatedAt", Times.millis(silence.updatedAt()))
                .put("comment", silence.comment())
                .put("createdBy", silence.createdBy())
                .put("endsAt", Times.millis(silence.endsAt()));
        node.set("matchers", StateJson.matchers(silence.matchers()));
        return node.put("startsAt", Times.millis(silence.startsAt()));
    }
}
