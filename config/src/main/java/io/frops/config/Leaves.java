package io.frops.config;

import io.frops.core.settings.Secret;

/// Turns single values into Java values: variables first, then the type.
///
/// @param unsetIsAnError false while a file is only checked, perhaps on a machine where the
///   variables are not set
record Leaves(Environment environment, boolean unsetIsAnError) {
    private static final int LONGEST_SHOWN = 60;

    boolean isAbsent(Tree.Leaf leaf) {
        Substitution value = resolve(leaf);
        boolean emptied = value.changed() && value.unset().isEmpty() && value.text().isEmpty();
        return leaf.isAbsent() || emptied;
    }

    Bound bind(Class<?> type, Tree.Leaf leaf, String path, Mistakes mistakes) {
        Substitution value = resolve(leaf);
        value.unset().forEach(name -> tellUnset(name, leaf, path, mistakes));
        if (value.unclosed()) {
            mistakes.error(
                    leaf.place(),
                    path,
                    path + " has a \"${\" that is not a variable.",
                    "Write ${NAME} or ${NAME:-default}, or $$ for a dollar sign.");
        }
        if (value.unclosed() || unusable(value)) {
            return Bound.FAILED;
        }
        if (leaf.isAbsent()) {
            mistakes.error(
                    leaf.place(),
                    path,
                    path + " is empty.",
                    leaf.swallowed().isEmpty()
                            ? "Give it a value, or delete the line."
                            : quote(leaf.swallowed()));
            return Bound.FAILED;
        }
        return read(type, leaf, value, path, mistakes);
    }

    /// Only while a file is checked, and only where the variable has an example, that stands in.
    private boolean unusable(Substitution value) {
        return value.unset().stream()
                .anyMatch(name -> unsetIsAnError || environment.known(name).isEmpty());
    }

    static String quote(String swallowed) {
        return "A \"#\" begins a comment: write \"" + swallowed + "\" with the quotes.";
    }

    private static Bound read(
            Class<?> type, Tree.Leaf leaf, Substitution value, String path, Mistakes mistakes) {
        try {
            return new Bound.Value(Scalars.read(type, value.text()));
        } catch (Unfit unfit) {
            if (value.unset().isEmpty()) {
                mistakes.error(
                        leaf.place(),
                        path,
                        unfit.about(path, shown(type, leaf), !value.changed()),
                        unfit.remedy());
            }
            return Bound.FAILED;
        }
    }

    private Substitution resolve(Tree.Leaf leaf) {
        return leaf.variable().isPresent()
                ? Substitution.verbatim(leaf.text())
                : Substitution.of(leaf.text(), environment);
    }

    /// What the person wrote. Never what a variable holds, and never a secret.
    private static String shown(Class<?> type, Tree.Leaf leaf) {
        if (leaf.variable().isPresent()) {
            return " (from the environment variable " + leaf.variable().get() + ")";
        }
        String text = leaf.text();
        String cut =
                text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
        return type == Secret.class ? "" : ": \"" + cut + "\"";
    }

    private void tellUnset(String name, Tree.Leaf leaf, String path, Mistakes mistakes) {
        String what = "the environment variable " + name + " is not set (" + path + ").";
        String remedy =
                environment
                        .known(name)
                        .map(known -> "Set it: " + known.hint() + ".")
                        .orElse("Set it, or write ${" + name + ":-default}.");
        if (unsetIsAnError) {
            mistakes.error(leaf.place(), path, what, remedy);
        } else {
            mistakes.warning(leaf.place(), path, what, remedy);
        }
    }
}
