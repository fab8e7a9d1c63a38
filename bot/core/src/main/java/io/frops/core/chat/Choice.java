package io.frops.core.chat;

/// One line of a menu.
///
/// @param label what people read, at most 75 characters
/// @param words the command that choosing it runs (in a form: the value it stands for), at most 150
///   characters
public record Choice(String label, String words) {}
