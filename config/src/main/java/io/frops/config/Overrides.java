package io.frops.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the environment variables that win over the file into the tree, also where the file says
/// nothing.
final class Overrides {
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");

    private Overrides() {}

    static Tree apply(Tree tree, Environment environment) {
        Tree result = tree;
        for (Variable variable : environment.overriding()) {
            String value = environment.value(variable.name()).orElseThrow();
            result = put(result, steps(variable.path()), value, variable.name());
        }
        return result;
    }

    private static List<String> steps(String path) {
        return STEP.matcher(path).results().map(m -> m.group()).toList();
    }

    private static Tree put(Tree tree, List<String> steps, String value, String variable) {
        if (steps.isEmpty()) {
            return new Tree.Leaf(tree.place(), value, false, Optional.of(variable), "");
        }
        String step = steps.getFirst();
        List<String> rest = steps.subList(1, steps.size());
        return switch (tree) {
            case Tree.Items items when step.startsWith("[") ->
                    item(items, step, rest, value, variable);
            case Tree.Branch branch when !step.startsWith("[") ->
                    entry(branch, step, rest, value, variable);
            case Tree.Leaf leaf when leaf.isAbsent() ->
                    put(empty(leaf.place(), step), steps, value, variable);
            // Of another kind than it should be, which the binder will tell.
            case Tree.Leaf _, Tree.Branch _, Tree.Items _ -> tree;
        };
    }

    private static Tree empty(Place place, String step) {
        return step.startsWith("[")
                ? new Tree.Items(place, List.of())
                : new Tree.Branch(place, List.of());
    }

    /// Of a list that is empty the first item is made; a longer list is never added to.
    private static Tree item(
            Tree.Items items, String step, List<String> rest, String value, String variable) {
        Matcher index = STEP.matcher(step);
        int i = index.matches() ? Integer.parseInt(index.group(2)) : 0;
        List<Tree> changed = new ArrayList<>(items.items());
        if (i == 0 && changed.isEmpty()) {
            changed.add(new Tree.Leaf(items.place(), "", true));
        }
        if (i >= changed.size()) {
            return items;
        }
        changed.set(i, put(changed.get(i), rest, value, variable));
        return new Tree.Items(items.place(), changed);
    }

    private static Tree entry(
            Tree.Branch branch, String step, List<String> rest, String value, String variable) {
        List<Tree.Entry> changed = new ArrayList<>(branch.entries());
        Optional<Tree.Entry> old = branch.entry(step);
        Tree below = old.map(Tree.Entry::value).orElse(new Tree.Leaf(branch.place(), "", true));
        Tree.Entry entry =
                new Tree.Entry(
                        old.map(Tree.Entry::place).orElse(branch.place()),
                        step,
                        put(below, rest, value, variable));
        old.ifPresentOrElse(
                present -> changed.set(changed.indexOf(present), entry), () -> changed.add(entry));
        return new Tree.Branch(branch.place(), changed);
    }
}
