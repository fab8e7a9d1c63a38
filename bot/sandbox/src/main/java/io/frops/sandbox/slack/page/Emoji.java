package io.frops.sandbox.slack.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `:name:` to the character, for the common ones; others stay as they are.
final class Emoji {
    private static final Pattern CODE = Pattern.compile(":([a-z0-9_+-]+):");

    private final Properties known = new Properties();

    Emoji() {
        try (InputStream in =
                Emoji.class.getResourceAsStream("/io/frops/sandbox/slack/emoji.properties")) {
            if (in == null) {
                throw new IllegalStateException("emoji.properties is missing from the jar");
            }
            known.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param escaped HTML text, already escaped
    String replace(String escaped) {
        return CODE.matcher(escaped)
                .replaceAll(found -> Matcher.quoteReplacement(one(found.group(1), found.group())));
    }

    String one(String name, String otherwise) {
        String character = known.getProperty(name);
        return character == null
                ? otherwise
                : "<span class=\"emoji\" role=\"img\" aria-label=\""
                        + Html.escape(name.replace('_', ' '))
                        + "\">"
                        + character
                        + "</span>";
    }
}
