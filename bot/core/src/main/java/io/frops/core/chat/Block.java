package io.frops.core.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a message or form, top to bottom.
public sealed interface Block {
    /// A heading, shown as it is.
    record Header(String text) implements Block {}

    /// Text, with at most one control at its right.
    record Section(Text text, @Nullable Control accessory) implements Block {
        public static Section of(Text text) {
            return new Section(text, null);
        }
    }

    /// Small headings with values, two by two; at most ten.
    record Fields(List<Field> fields) implements Block {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /// A row of controls.
    record Actions(List<Control> controls) implements Block {
        public Actions {
            controls = List.copyOf(controls);
        }
    }

    /// One small grey line.
    record Context(Text text) implements Block {}

    /// A rule across.
    record Divider() implements Block {}

    /// A question in a form. Its name becomes the command's option: `reason` gives `--reason=…`.
    record Input(String name, String label, Kind kind, @Nullable String hint, boolean optional)
            implements Block {
        /// How it is answered.
        public sealed interface Kind {
            /// Typed text.
            record Line(@Nullable String initial, String placeholder, int longest)
                    implements Kind {}

            /// Typed text of several lines.
            record Lines(@Nullable String initial, String placeholder, int longest)
                    implements Kind {}

            /// One of several.
            record OneOf(List<Choice> choices, @Nullable Choice chosen) implements Kind {
                public OneOf {
                    choices = List.copyOf(choices);
                }
            }
        }
    }
}
