package io.frops.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The environment variables a file may name. It is handed in: nothing here reads the process's
/// own.
///
/// @param values what is set
/// @param known the variables that the product knows, with what to say of each
public record Environment(Map<String, String> values, List<Variable> known) {
    public Environment {
        values = Map.copyOf(values);
        known = List.copyOf(known);
    }

    /// A variable's value; one that is set to nothing counts as not set, as in a shell's
    /// `${NAME:-default}`.
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    Optional<Variable> known(String name) {
        return known.stream().filter(variable -> variable.name().equals(name)).findFirst();
    }

    /// The variables that are set and win over the file.
    List<Variable> overriding() {
        return known.stream()
                .filter(variable -> !variable.path().isEmpty())
                .filter(variable -> value(variable.name()).isPresent())
                .toList();
    }
}
