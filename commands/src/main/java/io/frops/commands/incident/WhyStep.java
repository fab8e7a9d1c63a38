package io.frops.commands.incident;

import io.frops.commands.say.Counts;
import io.frops.core.chat.Span;
import io.frops.core.chat.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One step of how an incident came to be as it is.
///
/// @param at when, UTC
record WhyStep(Instant at, Text text) {
    /// So that a page of steps fits one message.
    private static final int LONGEST = 700;

    WhyStep {
        text = clipped(text);
    }

    /// What people and sources wrote is cut; what it means stays.
    private static Text clipped(Text text) {
        List<Span> spans = new ArrayList<>();
        int left = LONGEST;
        for (Span span : text.spans()) {
            if (left < 2) {
                return new Text(spans);
            }
            Span cut = cut(span, left);
            spans.add(cut);
            left -= length(cut);
        }
        return new Text(spans);
    }

    private static Span cut(Span span, int most) {
        return switch (span) {
            case Span.Plain(var words) -> new Span.Plain(Counts.clipped(words, most));
            case Span.Code(var words) -> new Span.Code(Counts.clipped(words, most));
            case Span _ -> span;
        };
    }

    private static int length(Span span) {
        return switch (span) {
            case Span.Plain(var words) -> words.length();
            case Span.Code(var words) -> words.length();
            case Span _ -> 0;
        };
    }
}
