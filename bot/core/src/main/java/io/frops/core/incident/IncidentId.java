package io.frops.core.incident;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An incident's name for people: `INC-42`. Numbers only grow; some may be missing.
public record IncidentId(int number) implements Comparable<IncidentId> {
    private static final Pattern FORM = Pattern.compile("(?i)(?:INC-?)?#?([1-9][0-9]{0,8})");

    public IncidentId {
        if (number < 1) {
            throw new IllegalArgumentException("incident numbers start at 1");
        }
    }

    /// Reads `INC-42`, `inc-42` or `42`.
    public static Optional<IncidentId> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new IncidentId(Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    @Override
    public int compareTo(IncidentId other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "INC-" + number;
    }
}
