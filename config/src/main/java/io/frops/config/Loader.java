package io.frops.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a settings file into a record.
///
/// Keys are the components' names in kebab-case. `${NAME}` and `${NAME:-default}` in a value are
/// replaced. Everything wrong is found in one go; nothing is thrown for what a person can write
/// into the file.
public final class Loader<T extends Record> {
    private final Class<T> type;
    private final Check<T> check;

    /// @param check looks at the settings as a whole once each part is right
    public Loader(Class<T> type, Check<T> check) {
        this.type = type;
        this.check = check;
    }

    /// For a start: a variable that is named and not set is a mistake.
    public Outcome<T> load(Path file, Environment environment) {
        Mistakes mistakes = new Mistakes(file.toString());
        Optional<T> settings = read(file, new Leaves(environment, true), mistakes);
        return settings.isPresent() && !mistakes.hasErrors()
                ? new Outcome.Loaded<>(settings.get(), mistakes.sorted())
                : new Outcome.Broken<>(mistakes.sorted());
    }

    /// For a look, perhaps on another machine: a variable that is not set is a warning.
    public List<Mistake> check(Path file, Environment environment) {
        Mistakes mistakes = new Mistakes(file.toString());
        read(file, new Leaves(environment, false), mistakes);
        return mistakes.sorted();
    }

    private Optional<T> read(Path file, Leaves leaves, Mistakes mistakes) {
        Map<String, Place> places = new LinkedHashMap<>();
        Optional<T> settings =
                SourceFile.read(file, mistakes)
                        .flatMap(new TreeReader(mistakes)::read)
                        .map(tree -> Overrides.apply(tree, leaves.environment()))
                        .map(tree -> new Binder(leaves, mistakes, places).bind(type, tree, ""))
                        .flatMap(this::value);
        settings.ifPresent(
                value -> check.complaints(value).forEach(c -> tell(c, places, mistakes)));
        return settings;
    }

    private Optional<T> value(Bound bound) {
        return switch (bound) {
            case Bound.Value(var object) -> Optional.ofNullable(type.cast(object));
            case Bound.Failed _ -> Optional.empty();
        };
    }

    private static void tell(Complaint complaint, Map<String, Place> places, Mistakes mistakes) {
        String path = complaint.path();
        while (!places.containsKey(path) && !path.isEmpty()) {
            path = Paths.parent(path);
        }
        mistakes.error(
                places.getOrDefault(path, Place.START),
                complaint.path(),
                complaint.what(),
                complaint.remedy());
    }
}
