package io.frops.core.chat;

import io.frops.core.access.GroupId;
import io.frops.core.access.PersonId;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What people read, as pieces with a meaning. Immutable; each method gives a longer text.
///
/// ```java
/// Text.of("Acknowledged by ").mention(ana).plain(" at ").time(at)
/// ```
public record Text(List<Span> spans) {
    public static final Text EMPTY = new Text(List.of());

    public Text {
        spans = List.copyOf(spans);
    }

    public static Text of(String plain) {
        return EMPTY.plain(plain);
    }

    public static Text bold(String text) {
        return EMPTY.strong(text);
    }

    public Text plain(String text) {
        return with(new Span.Plain(text));
    }

    public Text strong(String text) {
        return with(new Span.Bold(text));
    }

    public Text code(String text) {
        return with(new Span.Code(text));
    }

    public Text block(String text) {
        return with(new Span.Block(text));
    }

    public Text link(URI target, String label) {
        return with(new Span.Link(target, label));
    }

    public Text mention(PersonId person) {
        return with(new Span.Mention(person));
    }

    public Text mention(GroupId group) {
        return with(new Span.MentionGroup(group));
    }

    /// Date and time.
    public Text moment(Instant at) {
        return with(new Span.Moment(at, Span.Moment.Style.FULL));
    }

    /// Time of day.
    public Text time(Instant at) {
        return with(new Span.Moment(at, Span.Moment.Style.TIME));
    }

    public Text emoji(String name) {
        return with(new Span.Emoji(name));
    }

    public Text line() {
        return with(new Span.Break());
    }

    public Text then(Text more) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(more.spans);
        return new Text(all);
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    private Text with(Span span) {
        List<Span> all = new ArrayList<>(spans);
        all.add(span);
        return new Text(all);
    }
}
