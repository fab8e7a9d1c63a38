package io.frops.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// A look into YAML that another program wrote. What is not there is missing, never an error; all
/// scalars are texts.
///
/// @param value a map, a list, a text, or null when it is missing
public record YamlView(@Nullable Object value) {
    private static final YamlView MISSING = new YamlView(null);

    /// @return empty when the text is no YAML, or nested or aliased beyond reason
    public static Optional<YamlView> of(String text) {
        LoadSettings limits =
                LoadSettings.builder()
                        .setSchema(new FailsafeSchema())
                        .setCodePointLimit(text.length() + 1)
                        .build();
        try {
            return Optional.of(new YamlView(new Load(limits).loadFromString(text)));
        } catch (YamlEngineException | StackOverflowError _) {
            // Composing recurses: a depth that no program writes ends the stack.
            return Optional.empty();
        }
    }

    public boolean isMissing() {
        return value == null;
    }

    /// What a map holds under a key.
    public YamlView at(String key) {
        return value instanceof Map<?, ?> map ? new YamlView(map.get(key)) : MISSING;
    }

    /// A list's elements.
    public List<YamlView> items() {
        return value instanceof List<?> list
                ? list.stream().map(element -> new YamlView(element)).toList()
                : List.of();
    }

    /// The text; empty for anything else.
    public String text() {
        return value instanceof String text ? text : "";
    }
}
