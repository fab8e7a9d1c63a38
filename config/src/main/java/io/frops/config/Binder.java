package io.frops.config;

import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Turns trees into values, and writes down every mistake on the way instead of stopping at the
/// first.
final class Binder {
    private final Leaves leaves;
    private final Mistakes mistakes;
    private final Map<String, Place> places;
    private final Map<String, Object> sections = new LinkedHashMap<>();

    /// @param places is filled with where each setting stands
    Binder(Leaves leaves, Mistakes mistakes, Map<String, Place> places) {
        this.leaves = leaves;
        this.mistakes = mistakes;
        this.places = places;
    }

    /// One whose findings can be thrown away.
    Binder trial(Mistakes elsewhere) {
        return new Binder(leaves, elsewhere, new LinkedHashMap<>());
    }

    /// The settings' components that are right, by key; filled while the whole is bound.
    Map<String, Object> sections() {
        return sections;
    }

    Mistakes mistakes() {
        return mistakes;
    }

    Bound bind(Type type, Tree tree, String path) {
        places.put(path, tree.place());
        return switch (Shape.of(type)) {
            case Shape.Single(var plain) -> single(plain, tree, path);
            case Shape.Block(var block) -> block(block, tree, path);
            case Shape.ListOf(var element) -> new CollectionBinder(this).list(element, tree, path);
            case Shape.SetOf(var element) -> new CollectionBinder(this).set(element, tree, path);
            case Shape.MapOf(var key, var value) ->
                    new CollectionBinder(this).map(key, value, tree, path);
            case Shape.Maybe(var value) -> maybe(value, tree, path);
        };
    }

    /// Whether nothing is written here, or only a variable that is empty.
    boolean isAbsent(Tree tree) {
        return tree instanceof Tree.Leaf leaf && leaves.isAbsent(leaf);
    }

    private Bound single(Class<?> type, Tree tree, String path) {
        return switch (tree) {
            case Tree.Leaf leaf -> leaves.bind(type, leaf, path, mistakes);
            case Tree.Branch branch when type.isRecord() ->
                    block(type.asSubclass(Record.class), branch, path);
            case Tree.Branch _, Tree.Items _ -> wrongKind(tree, path, "a single value");
        };
    }

    private Bound block(Class<? extends Record> type, Tree tree, String path) {
        return tree instanceof Tree.Branch branch
                ? new RecordBinder(this).bind(type, branch, path)
                : wrongKind(tree, path, "a block of keys");
    }

    private Bound maybe(Type type, Tree tree, String path) {
        return isAbsent(tree)
                ? new Bound.Value(Optional.empty())
                : switch (bind(type, tree, path)) {
                    case Bound.Value(var object) -> new Bound.Value(Optional.ofNullable(object));
                    case Bound.Failed failed -> failed;
                };
    }

    Bound wrongKind(Tree tree, String path, String wanted) {
        mistakes.error(
                tree.place(),
                path,
                (path.isEmpty() ? "the file" : path)
                        + " must be "
                        + wanted
                        + ", not "
                        + tree.kind()
                        + ".",
                "Write " + wanted + form(wanted));
        return Bound.FAILED;
    }

    private static String form(String wanted) {
        return switch (wanted) {
            case "a list" -> ": [one, two], or each on a line of its own after \"- \".";
            case "a block of keys" -> ": each \"key: value\" on a line of its own, indented.";
            case String _ -> " on the same line, after \"key: \".";
        };
    }
}
