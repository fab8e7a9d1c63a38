package io.frops.core.chat;

import io.frops.core.access.PersonId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Renders messages for a terminal. What came from outside cannot steer the terminal: control and
/// direction characters are shown as `�`.
///
/// @param zone the reader's; moments are UTC, with this zone's time after it when it differs
/// @param names how a person is called, without `@`
public record PlainText(ZoneId zone, Function<PersonId, String> names) {
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /// UTC alone, people by their ids.
    public static PlainText utc() {
        return new PlainText(ZoneOffset.UTC, PersonId::value);
    }

    /// The message as lines, without a line break at the end.
    public String of(Message message) {
        if (message.blocks().isEmpty()) {
            return clean(message.text());
        }
        return message.blocks().stream()
                .map(this::of)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    public String of(Text text) {
        return text.spans().stream().map(this::of).collect(Collectors.joining());
    }

    private String of(Block block) {
        return switch (block) {
            case Block.Header(var text) -> clean(text);
            case Block.Section(var text, var accessory) ->
                    of(text) + (accessory == null ? "" : "\n" + of(accessory));
            case Block.Fields(var fields) ->
                    fields.stream()
                            .map(f -> clean(f.name()) + ": " + of(f.value()))
                            .collect(Collectors.joining("\n"));
            case Block.Actions(var controls) ->
                    controls.stream().map(this::of).collect(Collectors.joining("\n"));
            case Block.Context(var text) -> of(text);
            case Block.Divider _ -> "----";
            case Block.Input(_, var label, var kind, _, _) -> clean(label) + " " + of(kind);
        };
    }

    private static String of(Block.Input.Kind kind) {
        return switch (kind) {
            case Block.Input.Kind.Line(_, var placeholder, _) -> "[" + clean(placeholder) + "]";
            case Block.Input.Kind.Lines(_, var placeholder, _) -> "[" + clean(placeholder) + "]";
            case Block.Input.Kind.OneOf(var choices, _) ->
                    choices.stream()
                            .map(c -> clean(c.label()))
                            .collect(Collectors.joining(" | ", "[", "]"));
        };
    }

    private String of(Control control) {
        return switch (control) {
            case Control.Button(_, var label, var words, _, var confirm) ->
                    choice(label, words)
                            + (confirm == null ? "" : "\n      asks: " + of(confirm.question()));
            case Control.LinkButton(_, var label, var target) ->
                    "  [" + clean(label) + "] " + clean(target.toString());
            case Control.Menu(_, _, var choices, var chosen) -> choices(choices, chosen);
            case Control.Overflow(_, var choices) -> choices(choices, null);
        };
    }

    private static String choices(List<Choice> choices, @Nullable Choice chosen) {
        return choices.stream()
                .map(c -> choice(c.label(), c.words()) + (c.equals(chosen) ? " (now)" : ""))
                .collect(Collectors.joining("\n"));
    }

    private static String choice(String label, String words) {
        return "  [" + clean(label) + "] " + clean(words);
    }

    private String of(Span span) {
        return switch (span) {
            case Span.Plain(var text) -> clean(text);
            case Span.Bold(var text) -> clean(text);
            case Span.Code(var text) -> "`" + clean(text) + "`";
            case Span.Block(var text) -> "\n" + clean(text);
            case Span.Link(var target, var label) ->
                    clean(label) + " <" + clean(target.toString()) + ">";
            case Span.Mention(var person) -> "@" + clean(names.apply(person));
            case Span.MentionGroup(var group) -> "@" + group;
            case Span.Moment(var at, var style) -> moment(at, style);
            case Span.Emoji(var name) -> ":" + clean(name) + ":";
            case Span.Break _ -> "\n";
        };
    }

    private String moment(Instant at, Span.Moment.Style style) {
        DateTimeFormatter form =
                switch (style) {
                    case FULL -> FULL;
                    case TIME -> TIME;
                };
        String utc = form.format(at.atOffset(ZoneOffset.UTC)) + " UTC";
        boolean same = zone.getRules().getOffset(at).equals(ZoneOffset.UTC);
        return same ? utc : utc + " (" + TIME.format(at.atZone(zone)) + " " + zone.getId() + ")";
    }

    private static String clean(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().map(c -> steers(c) ? '\uFFFD' : c).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean steers(int c) {
        boolean layout = c == '\n' || c == '\t';
        boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return (Character.isISOControl(c) && !layout) || direction;
    }
}
