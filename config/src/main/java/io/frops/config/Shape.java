package io.frops.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a component's Java type asks of the file.
sealed interface Shape {
    /// One value.
    record Single(Class<?> type) implements Shape {}

    /// A block of keys.
    record Block(Class<? extends Record> type) implements Shape {}

    record ListOf(Type element) implements Shape {}

    record SetOf(Type element) implements Shape {}

    record MapOf(Class<?> key, Type value) implements Shape {}

    record Maybe(Type value) implements Shape {}

    /// The shape of a component.
    ///
    /// @throws IllegalStateException for a type that no settings record may use: a bug in the
    ///   record
    static Shape of(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.isRecord() && !Scalars.understands(plain)
                    ? new Block(plain.asSubclass(Record.class))
                    : new Single(plain);
        }
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return new ListOf(of[0]);
            } else if (generic.getRawType() == Set.class) {
                return new SetOf(of[0]);
            } else if (generic.getRawType() == Map.class && of[0] instanceof Class<?> key) {
                return new MapOf(key, of[1]);
            } else if (generic.getRawType() == Optional.class) {
                return new Maybe(of[0]);
            }
        }
        throw new IllegalStateException("settings cannot hold a " + type);
    }
}
