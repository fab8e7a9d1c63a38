package io.frops.sandbox.slack.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A modal in somebody's stack, or their Home tab.
///
/// @param body what the app sent, with block ids filled in; shared, must not be changed
/// @param hash changes with every update
/// @param errors by block_id, as the app answered the last submission
@JsonInclude(JsonInclude.Include.NON_NULL)
public record View(
        String id,
        String user,
        ObjectNode body,
        String hash,
        @Nullable String previous,
        String root,
        Map<String, String> errors) {
    public View {
        errors = Map.copyOf(errors);
    }

    public View updated(ObjectNode now, String newHash) {
        return new View(id, user, now, newHash, previous, root, Map.of());
    }

    public View wrong(Map<String, String> mistakes) {
        return new View(id, user, body, hash, previous, root, mistakes);
    }

    /// A field of the body as text, empty when it is not there.
    public String field(String name) {
        return body.path(name).asText("");
    }
}
