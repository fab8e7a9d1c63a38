package io.frops.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Replaces `${NAME}` and `${NAME:-default}` in a value. `$$` stands for one `$`; a `$` before
/// anything else is just that.
///
/// @param text the value with everything replaced; an unset variable leaves its example, or nothing
/// @param unset the variables without a value and without a default
/// @param changed whether any variable was named, so that the value may be a secret and is never
///   shown
/// @param unclosed whether a `${` has no fitting end
record Substitution(String text, List<String> unset, boolean changed, boolean unclosed) {
    private static final Pattern PART =
            Pattern.compile("\\$\\$|\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}|(\\$\\{)");

    Substitution {
        unset = List.copyOf(unset);
    }

    static Substitution of(String raw, Environment environment) {
        StringBuilder text = new StringBuilder();
        List<String> unset = new ArrayList<>();
        boolean changed = false;
        boolean unclosed = false;
        Matcher part = PART.matcher(raw);
        while (part.find()) {
            String name = part.group(1);
            unclosed |= part.group(3) != null;
            changed |= name != null;
            String value =
                    name == null ? literal(part) : value(name, part.group(2), environment, unset);
            part.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        part.appendTail(text);
        return new Substitution(text.toString(), unset, changed, unclosed);
    }

    /// A value that came from a variable as a whole: nothing in it is replaced.
    static Substitution verbatim(String text) {
        return new Substitution(text, List.of(), true, false);
    }

    private static String literal(Matcher part) {
        return part.group().equals("$$") ? "$" : part.group();
    }

    private static String value(
            String name, @Nullable String otherwise, Environment environment, List<String> unset) {
        var value = environment.value(name);
        if (value.isPresent()) {
            return value.get();
        }
        if (otherwise != null) {
            return otherwise;
        }
        unset.add(name);
        return environment.known(name).map(Variable::example).orElse("");
    }
}
