package io.frops.sandbox.slack.page;

import org.jspecify.annotations.Nullable;

/// The few primitives from which pages are put together; whatever comes from outside goes through
/// here.
final class Html {
    private Html() {}

    /// Text for an element or a quoted attribute.
    static String escape(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /// ` name="value"`, or nothing for null.
    static String attr(String name, @Nullable String value) {
        return value == null ? "" : " " + name + "=\"" + escape(value) + "\"";
    }
}
