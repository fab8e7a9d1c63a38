package io.frops.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a component becomes when the file does not say: its default, nothing, an empty collection -
/// or a mistake.
record AbsentField(Binder binder, Field field, String path) {
    Bound bind(Place where) {
        if (field.otherwise().isPresent()) {
            return otherwise(field.otherwise().get());
        }
        if (field.nullable()) {
            return new Bound.Value(null);
        }
        return switch (Shape.of(field.type())) {
            case Shape.Maybe _ -> new Bound.Value(Optional.empty());
            case Shape.ListOf _ -> new Bound.Value(List.of());
            case Shape.SetOf _ -> new Bound.Value(Set.of());
            case Shape.MapOf _ -> new Bound.Value(Map.of());
            // Its own defaults may do; what is missing in it is told one by one.
            case Shape.Block _ ->
                    binder.bind(field.type(), new Tree.Branch(where, List.of()), path);
            case Shape.Single _ ->
                    missing(
                            where,
                            "Add \""
                                    + field.key()
                                    + ": ...\""
                                    + Paths.under(Paths.parent(path))
                                    + ".");
        };
    }

    private Bound otherwise(String text) {
        Mistakes wrong = binder.mistakes().fresh();
        Bound bound = binder.trial(wrong).bind(field.type(), tree(text, wrong), path);
        if (wrong.hasErrors()) {
            throw new IllegalStateException(
                    "the default of " + path + " is wrong: " + wrong.sorted());
        }
        return bound;
    }

    private Tree tree(String text, Mistakes wrong) {
        return switch (Shape.of(field.type())) {
            case Shape.Single _ -> new Tree.Leaf(Place.START, text, false);
            case Shape.Maybe _ -> new Tree.Leaf(Place.START, text, false);
            case Shape.Block _, Shape.ListOf _, Shape.SetOf _, Shape.MapOf _ ->
                    new TreeReader(wrong)
                            .read(text)
                            .orElseThrow(
                                    () -> new IllegalStateException(path + ": " + wrong.sorted()));
        };
    }

    private Bound missing(Place where, String remedy) {
        binder.mistakes().error(where, path, "\"" + path + "\" is missing.", remedy);
        return Bound.FAILED;
    }
}
