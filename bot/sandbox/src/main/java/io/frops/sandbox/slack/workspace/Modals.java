package io.frops.sandbox.slack.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.blocks.BlockValidator;
import io.frops.sandbox.slack.blocks.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The modals that people have open, and their Home tabs.
public final class Modals {
    /// Bytes of a view.
    private static final int VIEW_CAP = 250_000;

    private static final int DEEPEST = 3;

    private final Workspace workspace;
    private final Ids ids;
    private final Supplier<String> random;

    public Modals(Workspace workspace, Ids ids, Supplier<String> random) {
        this.workspace = workspace;
        this.ids = ids;
        this.random = random;
    }

    /// Opens a modal in place of whatever this person had open.
    public View open(String person, JsonNode raw) {
        ObjectNode body = checked(raw, "modal");
        String id = newId();
        View view = new View(id, person, body, random.get(), null, id, Map.of());
        workspace.apply(new Change.ModalsSet(person, List.of(view)));
        return view;
    }

    /// Puts a modal on top of what this person has open; three deep at most.
    public View push(String person, JsonNode raw) {
        ObjectNode body = checked(raw, "modal");
        String id = newId();
        Change.ModalsSet set =
                workspace.decide(tx -> {
                    List<View> stack = new ArrayList<>(tx.modals(person));
                    if (stack.isEmpty()) {
                        throw new Refusal("not_found");
                    }
                    if (stack.size() >= DEEPEST) {
                        throw new Refusal("push_limit_reached");
                    }
                    View top = stack.getLast();
                    stack.add(
                            new View(
                                    id,
                                    person,
                                    body,
                                    random.get(),
                                    top.id(),
                                    top.root(),
                                    Map.of()));
                    return new Change.ModalsSet(person, stack);
                });
        return java.util.Objects.requireNonNull(set).stack().getLast();
    }

    /// Replaces a view's content.
    ///
    /// @param hash of the version that is to be replaced; null replaces any
    public View update(View old, JsonNode raw, @Nullable String hash) {
        ObjectNode body = checked(raw, old.field("type"));
        if (old.field("type").equals("home")) {
            return publish(old.user(), raw, hash);
        }
        change(old.user(), old.id(), hash, view -> view.updated(body, random.get()));
        return find(old.id()).orElse(old);
    }

    /// Shows an answer's `errors` on a view.
    public void mistakes(View view, Map<String, String> errors) {
        change(view.user(), view.id(), null, v -> v.wrong(errors));
    }

    private void change(
            String person,
            String id,
            @Nullable String hash,
            java.util.function.UnaryOperator<View> by) {
        workspace.decide(tx -> {
            List<View> stack = new ArrayList<>(tx.modals(person));
            View old =
                    stack.stream()
                            .filter(v -> v.id().equals(id))
                            .findFirst()
                            .orElseThrow(() -> new Refusal("not_found"));
            if (hash != null && !hash.equals(old.hash())) {
                throw new Refusal("hash_conflict");
            }
            stack.set(stack.indexOf(old), by.apply(old));
            return new Change.ModalsSet(person, stack);
        });
    }

    /// Sets a person's Home tab.
    public View publish(String person, JsonNode raw, @Nullable String hash) {
        ObjectNode body = checked(raw, "home");
        Change.HomeSet set =
                workspace.decide(tx -> {
                    Optional<View> old = tx.home(person);
                    if (hash != null && old.isPresent() && !old.get().hash().equals(hash)) {
                        throw new Refusal("hash_conflict");
                    }
                    String id = old.map(View::id).orElseGet(this::newId);
                    return new Change.HomeSet(
                            person, new View(id, person, body, random.get(), null, id, Map.of()));
                });
        return java.util.Objects.requireNonNull(set).view();
    }

    /// Closes the view on top, or all of them.
    public void close(String person, boolean all) {
        workspace.decide(tx -> {
            List<View> stack = tx.modals(person);
            return stack.isEmpty()
                    ? null
                    : new Change.ModalsSet(
                            person, all ? List.of() : stack.subList(0, stack.size() - 1));
        });
    }

    /// The view with this id, in anybody's hands.
    public Optional<View> find(String id) {
        return workspace.people().stream()
                .flatMap(p ->
                        java.util.stream.Stream.concat(
                                workspace.modals(p.id()).stream(), workspace.home(p.id()).stream()))
                .filter(v -> v.id().equals(id) || v.field("external_id").equals(id))
                .findFirst();
    }

    private String newId() {
        return "V" + random.get().toUpperCase(java.util.Locale.ROOT);
    }

    private ObjectNode checked(JsonNode raw, String type) {
        if (!(raw instanceof ObjectNode view)) {
            throw new Refusal(
                    "invalid_arguments", List.of("must be an object [json-pointer:/view]"));
        }
        List<String> problems = new ArrayList<>(BlockValidator.view(view));
        if (!view.path("type").asText("").equals(type)) {
            problems.add("must be a " + type + " view [json-pointer:/view/type]");
        }
        if (!problems.isEmpty()) {
            throw new Refusal("invalid_arguments", problems);
        }
        if (view.toString().getBytes(UTF_8).length > VIEW_CAP) {
            throw new Refusal("view_too_large");
        }
        ObjectNode copy = view.deepCopy();
        copy.set("blocks", ids.blocks(view.get("blocks")));
        return copy;
    }
}
