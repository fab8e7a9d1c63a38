package io.frops.core.chat;

/// What a command does to the world.
public enum Effect {
    /// Nothing: it looks.
    READ,
    /// It changes something that can be changed back.
    CHANGE,
    /// It can lose data or stop a service.
    DANGER
}
