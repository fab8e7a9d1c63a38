package io.frops.core.alert;

import java.util.regex.Pattern;

/// The name of a configured alert source: the entry whose token came in, never a URL that the
/// source claims.
public record SourceName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public SourceName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "\""
                            + value
                            + "\" is not a source name. Use lower case letters, digits and dashes, at most 40, for example main");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
