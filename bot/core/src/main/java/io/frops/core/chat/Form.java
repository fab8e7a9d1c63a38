package io.frops.core.chat;

import java.util.List;

/// A dialog with questions. Sending it runs `words` with one `--name=value` for each answer,
/// through the same gate.
///
/// @param name names the form, for example `escalate`
/// @param title at most 24 characters
/// @param submit the sending button's label, at most 24 characters
public record Form(
        String name, String title, String submit, List<String> words, List<Block> blocks) {
    public Form {
        words = List.copyOf(words);
        blocks = List.copyOf(blocks);
    }
}
