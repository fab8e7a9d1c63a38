package io.frops.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Fills a record from a block of keys: unknown keys, missing ones and the record's own refusal are
/// all reported.
record RecordBinder(Binder binder) {
    Bound bind(Class<? extends Record> type, Tree.Branch branch, String path) {
        List<Field> fields = Field.of(type);
        reportUnknown(branch, fields, path);
        Object[] values = new Object[fields.size()];
        List<Field> failed = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Field field = fields.get(i);
            switch (field(field, branch, path)) {
                case Bound.Value(var object) -> {
                    values[i] = object;
                    note(field, object, path);
                }
                case Bound.Failed _ -> failed.add(field);
            }
        }
        return failed.isEmpty() ? make(type, values, branch, path) : Bound.FAILED;
    }

    private void note(Field field, @Nullable Object object, String path) {
        if (path.isEmpty() && object != null) {
            binder.sections().put(field.key(), object);
        }
    }

    private Bound field(Field field, Tree.Branch branch, String path) {
        String below = Paths.child(path, field.key());
        Optional<Tree> written = branch.entry(field.key()).map(Tree.Entry::value);
        if (written.isPresent() && !binder.isAbsent(written.get())) {
            return binder.bind(field.type(), written.get(), below);
        }
        if (written.isPresent()
                && written.get() instanceof Tree.Leaf leaf
                && !leaf.swallowed().isEmpty()) {
            binder.mistakes()
                    .error(
                            leaf.place(),
                            below,
                            below + " is empty.",
                            Leaves.quote(leaf.swallowed()));
            return Bound.FAILED;
        }
        return new AbsentField(binder, field, below)
                .bind(written.map(Tree::place).orElse(branch.place()));
    }

    private void reportUnknown(Tree.Branch branch, List<Field> fields, String path) {
        List<String> known = fields.stream().map(Field::key).toList();
        for (Tree.Entry entry : branch.entries()) {
            if (!known.contains(entry.key())) {
                String meant =
                        Words.nearest(entry.key(), known)
                                .map(word -> " Did you mean \"" + word + "\"?")
                                .orElse("");
                binder.mistakes()
                        .error(
                                entry.place(),
                                Paths.child(path, entry.key()),
                                "unknown key \""
                                        + entry.key()
                                        + "\""
                                        + Paths.under(path)
                                        + "."
                                        + meant,
                                "Keys known here: " + String.join(", ", known) + ".");
            }
        }
    }

    private Bound make(
            Class<? extends Record> type, Object[] values, Tree.Branch branch, String path) {
        try {
            return new Bound.Value(Records.construct(type, values));
        } catch (IllegalArgumentException refusal) {
            tell(refusal, Field.of(type), branch, path);
            return Bound.FAILED;
        }
    }

    /// A message that begins with a key and a colon is told at that key.
    private void tell(
            IllegalArgumentException refusal, List<Field> fields, Tree.Branch branch, String path) {
        Unfit.Sentences said = Unfit.Sentences.of(refusal);
        Optional<String> key =
                fields.stream()
                        .map(Field::key)
                        .filter(k -> said.first().startsWith(k + ": "))
                        .findFirst();
        Place place =
                key.flatMap(branch::entry)
                        .map(Tree.Entry::value)
                        .map(Tree::place)
                        .orElse(branch.place());
        String prefix = path.isEmpty() ? "" : path + (key.isPresent() ? "." : ": ");
        String at = key.map(k -> Paths.child(path, k)).orElse(path);
        binder.mistakes().error(place, at, prefix + said.first(), said.rest());
    }
}
