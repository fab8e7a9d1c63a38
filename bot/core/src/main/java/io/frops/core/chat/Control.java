package io.frops.core.chat;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something to press. A control is a remembered command: pressing it runs its words through the
/// same gate as typing them.
public sealed interface Control {
    /// Something to press.
    ///
    /// @param action names the control in its message, for example `ack`
    /// @param words the command with what it assumes, for example `ack INC-42 --assume=open/SEV2/1`
    record Button(String action, String label, String words, Look look, @Nullable Confirm confirm)
            implements Control {
        public static Button plain(String action, String label, String words) {
            return new Button(action, label, words, Look.PLAIN, null);
        }

        public static Button primary(String action, String label, String words) {
            return new Button(action, label, words, Look.PRIMARY, null);
        }

        public static Button danger(String action, String label, String words) {
            return new Button(action, label, words, Look.DANGER, null);
        }

        public Button confirming(Confirm question) {
            return new Button(action, label, words, look, question);
        }
    }

    /// How a button looks.
    enum Look {
        PLAIN,
        PRIMARY,
        DANGER
    }

    /// Opens a page; tells us nothing.
    record LinkButton(String action, String label, URI target) implements Control {}

    /// A drop-down; `chosen` is the line shown at first.
    record Menu(String action, String placeholder, List<Choice> choices, @Nullable Choice chosen)
            implements Control {
        public Menu {
            choices = List.copyOf(choices);
        }
    }

    /// The three dots; at most five lines.
    record Overflow(String action, List<Choice> choices) implements Control {
        public Overflow {
            choices = List.copyOf(choices);
        }
    }
}
