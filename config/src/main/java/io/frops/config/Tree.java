package io.frops.config;

import java.util.List;
import java.util.Optional;

/// A YAML document with the place of everything in it.
sealed interface Tree {
    Place place();

    /// How people call it in a message.
    String kind();

    /// A single value as it is written, before `${}` is replaced.
    ///
    /// @param plain written without quotes, so that nothing, `~` and `null` mean "absent"
    /// @param variable the environment variable that replaced what the file says
    /// @param swallowed what stands behind an empty value as a comment, because it begins with `#`
    record Leaf(
            Place place, String text, boolean plain, Optional<String> variable, String swallowed)
            implements Tree {
        Leaf(Place place, String text, boolean plain) {
            this(place, text, plain, Optional.empty(), "");
        }

        boolean isAbsent() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        @Override
        public String kind() {
            return "a single value";
        }
    }

    /// Keys and values, in the order of the file.
    record Branch(Place place, List<Entry> entries) implements Tree {
        public Branch {
            entries = List.copyOf(entries);
        }

        Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }

        @Override
        public String kind() {
            return "a block of keys";
        }
    }

    /// A list.
    record Items(Place place, List<Tree> items) implements Tree {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /// One key and its value; the place is the key's.
    record Entry(Place place, String key, Tree value) {}
}
