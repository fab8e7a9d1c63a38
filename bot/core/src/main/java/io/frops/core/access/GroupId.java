package io.frops.core.access;

import java.util.regex.Pattern;

/// A user group, by the chat's own id (Slack: `S…`).
public record GroupId(String value) {
    private static final Pattern FORM = Pattern.compile("S[A-Z0-9]{1,30}");

    public GroupId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "\""
                            + value
                            + "\" is not a user group id. Write the id that begins with S, for example S012AB3CD");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
