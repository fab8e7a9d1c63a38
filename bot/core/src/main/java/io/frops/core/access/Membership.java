package io.frops.core.access;

/// What a chat says of a person: whether they belong to this workspace.
public sealed interface Membership {
    /// A full member.
    record Member() implements Membership {}

    /// A guest, a bot, somebody of another workspace, deactivated or not known.
    ///
    /// @param name how the chat calls them
    /// @param why completes "You are …", for example `a guest`
    record Stranger(String name, String why) implements Membership {}
}
