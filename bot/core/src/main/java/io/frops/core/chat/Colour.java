package io.frops.core.chat;

/// The bar at a message's left. Never the only sign: an emoji and a word say the same.
public enum Colour {
    CRITICAL,
    WARNING,
    INFO,
    RESOLVED,
    NONE
}
