package io.frops.core.chat;

/// A small heading with its value, shown two by two.
public record Field(String name, Text value) {}
