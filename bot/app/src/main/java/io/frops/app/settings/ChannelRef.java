package io.frops.app.settings;

import java.util.regex.Pattern;

/// A channel as people write it: `#incidents`, or its id, which survives a renaming.
public record ChannelRef(String value) {
    private static final Pattern NAME = Pattern.compile("#[^\\sA-Z.,#@:;!?/\\\\()\\[\\]{}]{1,80}");
    private static final Pattern ID = Pattern.compile("[CG][A-Z0-9]{1,30}");

    public ChannelRef {
        if (!NAME.matcher(value).matches() && !ID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "\""
                            + value
                            + "\" is not a channel. Write its name as \"#incidents\" (in quotes, lower case), or its id"
                            + " such as C012AB3CD");
        }
    }

    public boolean isId() {
        return !value.startsWith("#");
    }

    @Override
    public String toString() {
        return value;
    }
}
