package io.frops.config;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lists, sets and maps. Every item is tried, also after one has failed.
record CollectionBinder(Binder binder) {
    Bound list(Type element, Tree tree, String path) {
        return items(element, tree, path).<Bound>map(Bound.Value::new).orElse(Bound.FAILED);
    }

    Bound set(Type element, Tree tree, String path) {
        return items(element, tree, path)
                .<Bound>map(items ->
                        new Bound.Value(Collections.unmodifiableSet(new LinkedHashSet<>(items))))
                .orElse(Bound.FAILED);
    }

    private Optional<List<Object>> items(Type element, Tree tree, String path) {
        if (!(tree instanceof Tree.Items list)) {
            binder.wrongKind(tree, path, "a list");
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            collect(binder.bind(element, list.items().get(i), Paths.item(path, i)), values);
        }
        return values.size() == list.items().size()
                ? Optional.of(List.copyOf(values))
                : Optional.empty();
    }

    private static void collect(Bound bound, List<Object> values) {
        if (bound instanceof Bound.Value(var object) && object != null) {
            values.add(object);
        }
    }

    /// In the order of the file.
    Bound map(Class<?> keys, Type type, Tree tree, String path) {
        if (!(tree instanceof Tree.Branch branch)) {
            return binder.wrongKind(tree, path, "a block of keys");
        }
        Map<Object, Object> values = new LinkedHashMap<>();
        for (Tree.Entry entry : branch.entries()) {
            entry(keys, type, entry, Paths.child(path, entry.key()), values);
        }
        return values.size() == branch.entries().size()
                ? new Bound.Value(Collections.unmodifiableMap(values))
                : Bound.FAILED;
    }

    private void entry(
            Class<?> keys, Type type, Tree.Entry entry, String path, Map<Object, Object> values) {
        Optional<Object> key = key(keys, entry, path);
        Bound bound = binder.bind(type, entry.value(), path);
        if (key.isEmpty() || !(bound instanceof Bound.Value(var object)) || object == null) {
            return;
        }
        if (values.putIfAbsent(key.get(), object) != null) {
            binder.mistakes()
                    .error(
                            entry.place(),
                            path,
                            "\"" + entry.key() + "\" is given twice, in other letters.",
                            "Keep one of the two.");
        }
    }

    private Optional<Object> key(Class<?> keys, Tree.Entry entry, String path) {
        try {
            return Optional.of(Scalars.read(keys, entry.key()));
        } catch (Unfit unfit) {
            binder.mistakes()
                    .error(
                            entry.place(),
                            path,
                            unfit.about("the key", " \"" + entry.key() + "\"", true),
                            unfit.remedy());
            return Optional.empty();
        }
    }
}
