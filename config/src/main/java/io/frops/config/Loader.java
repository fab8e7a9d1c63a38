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
///
/// @param <T> the settings
/// @param <P> the sections that the check looks at
public final class Loader<T extends Record, P extends Record> {
    private final Class<T> type;
    private final Class<P> sections;
    private final Check<P> check;

    /// A loader for one type of settings.
    ///
    /// @param check looks across sections, also when some of them are mistaken
    public Loader(Class<T> type, Class<P> sections, Check<P> check) {
        this.type = type;
        this.sections = sections;
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
        return SourceFile.read(file, mistakes)
                .flatMap(new TreeReader(mistakes)::read)
                .map(tree -> Overrides.apply(tree, leaves.environment()))
                .flatMap(tree -> bind(tree, leaves, mistakes));
    }

    private Optional<T> bind(Tree tree, Leaves leaves, Mistakes mistakes) {
        Map<String, Place> places = new LinkedHashMap<>();
        Binder binder = new Binder(leaves, mistakes, places);
        Bound bound = binder.bind(type, tree, "");
        check.complaints(sound(binder.sections())).forEach(c -> tell(c, places, mistakes));
        return switch (bound) {
            case Bound.Value(var object) -> Optional.ofNullable(type.cast(object));
            case Bound.Failed _ -> Optional.empty();
        };
    }

    private P sound(Map<String, Object> bound) {
        Object[] values =
                Field.of(sections).stream()
                        .map(field -> Optional.ofNullable(bound.get(field.key())))
                        .toArray();
        return sections.cast(Records.construct(sections, values));
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
