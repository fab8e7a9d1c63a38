package io.frops.core.access;

import java.util.regex.Pattern;

/// A person, by the chat's own id (Slack: `U…` or `W…`), never by a name that can change.
public record PersonId(String value) implements Comparable<PersonId> {
    private static final Pattern FORM = Pattern.compile("[UW][A-Z0-9]{1,30}");

    public PersonId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "\""
                            + value
                            + "\" is not a member id. Write the id that Slack shows under profile > Copy member ID,"
                            + " for example U012AB3CD");
        }
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
