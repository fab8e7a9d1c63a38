package io.frops.config;

import io.frops.core.settings.Default;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A component of a settings record, as the file sees it.
///
/// @param key how it is written in the file
/// @param otherwise the text that stands for it when the file does not say
record Field(String key, Type type, Optional<String> otherwise, boolean nullable) {
    static List<Field> of(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
    }

    private static Field of(RecordComponent component) {
        return new Field(
                Words.kebab(component.getName()),
                component.getGenericType(),
                Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }
}
