package io.frops.commands.door;

import io.frops.commands.say.Nearest;
import io.frops.core.access.Role;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Every command there is, in the order in which the help shows them.
public final class Catalogue {
    private final Map<String, SlashCommand<?>> byName = new LinkedHashMap<>();

    /// @throws IllegalArgumentException when two have one name, or one lacks its spec or examples
    public Catalogue(List<? extends SlashCommand<?>> commands) {
        commands.forEach(this::add);
    }

    private void add(SlashCommand<?> command) {
        Spec spec = command.spec();
        Objects.requireNonNull(spec, () -> command.name() + " declares no spec");
        if (command.examples().isEmpty()) {
            throw new IllegalArgumentException(command.name() + " shows no example");
        }
        Arguments.usage(command);
        if (byName.put(command.name(), command) != null) {
            throw new IllegalArgumentException("two commands are called " + command.name());
        }
    }

    public List<SlashCommand<?>> all() {
        return List.copyOf(byName.values());
    }

    /// Those that a role may run.
    public List<SlashCommand<?>> allowed(Role role) {
        return byName.values().stream().filter(c -> role.covers(c.spec().role())).toList();
    }

    public Optional<SlashCommand<?>> find(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The command that a mistyped name may have meant, among those that a role may run.
    public Optional<SlashCommand<?>> nearest(String name, Role role) {
        List<String> names = allowed(role).stream().map(SlashCommand::name).toList();
        return Nearest.to(name.toLowerCase(Locale.ROOT), names).flatMap(this::find);
    }

    /// A command with its arguments in one line.
    public static String usage(SlashCommand<?> command) {
        return Arguments.usage(command);
    }
}
