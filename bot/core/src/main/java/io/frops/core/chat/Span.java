package io.frops.core.chat;

import io.frops.core.access.GroupId;
import io.frops.core.access.PersonId;
import java.net.URI;
import java.time.Instant;

/// A piece of a [Text]. Each chat renders it in its own way, and each takes [Plain] literally: what
/// came from outside can never become a mention, a link or formatting.
public sealed interface Span {
    /// Shown as it is, character by character.
    record Plain(String text) implements Span {}

    /// Shown as it is, in bold.
    record Bold(String text) implements Span {}

    /// Shown as it is, as code.
    record Code(String text) implements Span {}

    /// Shown as it is, several lines as code.
    record Block(String text) implements Span {}

    /// A link; only `http` and `https` are links, anything else is shown as plain text.
    record Link(URI target, String label) implements Span {}

    /// Mentions a person, which notifies them.
    record Mention(PersonId person) implements Span {}

    /// Mentions a user group, which notifies its members.
    record MentionGroup(GroupId group) implements Span {}

    /// A moment: UTC always, and the reader's local time where the chat can.
    record Moment(Instant at, Style style) implements Span {
        /// How much of the moment is shown.
        public enum Style {
            /// Date and time.
            FULL,
            /// Time of day alone.
            TIME
        }
    }

    /// An emoji by its name without colons, for example `fire`.
    record Emoji(String name) implements Span {}

    /// A new line.
    record Break() implements Span {}
}
