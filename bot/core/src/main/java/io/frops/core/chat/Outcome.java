package io.frops.core.chat;

/// How a command ended. The names are what `POST /commands` answers as `outcome`.
public sealed interface Outcome {
    /// It did what was asked, or it was so already.
    record Done(Reply reply) implements Outcome {}

    /// It wants a yes first. `yes` is the same command with the confirmation in it.
    record Confirmation(Reply reply, Control.Button yes) implements Outcome {}

    /// It waits for a second person.
    record Approval(Reply reply) implements Outcome {}

    /// Something is missing that a form can ask for; given only where [Invocation#form] is true.
    record Ask(Form form) implements Outcome {}

    /// The words were wrong; the reply shows the nearest command and its usage.
    record Usage(Reply reply) implements Outcome {}

    /// The caller may not.
    record Denied(Reply reply) implements Outcome {}

    /// No such id.
    record Unknown(Reply reply) implements Outcome {}

    /// The state does not allow it; the reply says who was first or what stands in the way.
    record Refused(Reply reply) implements Outcome {}

    /// Our own mistake; the reply carries a reference that the log has too.
    record Failed(Reply reply) implements Outcome {}

    /// Something it needs did not answer. Nothing was changed, or the reply says what is unknown.
    record Unavailable(Reply reply) implements Outcome {}
}
