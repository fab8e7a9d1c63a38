package io.frops.sandbox.slack.blocks;

import java.util.Set;

/// Where blocks stand: it decides which are allowed and how many.
record Surface(int mostBlocks, Set<String> types) {
    static final Surface MESSAGE =
            new Surface(
                    50,
                    Set.of(
                            "header",
                            "section",
                            "divider",
                            "image",
                            "actions",
                            "context",
                            "input",
                            "rich_text",
                            "markdown",
                            "table"));
    static final Surface MODAL =
            new Surface(
                    100,
                    Set.of(
                            "header",
                            "section",
                            "divider",
                            "image",
                            "actions",
                            "context",
                            "input",
                            "rich_text",
                            "alert"));
    static final Surface HOME =
            new Surface(
                    100,
                    Set.of(
                            "header",
                            "section",
                            "divider",
                            "image",
                            "actions",
                            "context",
                            "input",
                            "rich_text"));

    boolean takes(String type) {
        return types.contains(type);
    }
}
