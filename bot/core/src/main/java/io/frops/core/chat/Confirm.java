package io.frops.core.chat;

/// A question in a dialog before a control has its effect: names the target and what will happen.
public record Confirm(String title, Text question, String yes, String no, boolean danger) {}
