package io.frops.core.settings;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An amount of bytes, written with a unit of 1024: `512KiB`, `32 MiB`, `1GiB`. `KB`, `MB` and `GB`
/// mean the same here.
public record ByteSize(long bytes) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\s*(B|KIB|KB|MIB|MB|GIB|GB)");
    private static final int STEP = 1024;

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size cannot be negative");
        }
    }

    /// Reads the written form.
    ///
    /// @throws IllegalArgumentException when the text has no number, no unit, or is past what 63
    ///   bits hold
    public static ByteSize parse(String text) {
        Matcher m = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "\""
                            + text
                            + "\" is not a size. Write a number and its unit, for example 32MiB");
        }
        try {
            return new ByteSize(Math.multiplyExact(Long.parseLong(m.group(1)), unit(m.group(2))));
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("\"" + text + "\" is too large", tooLarge);
        }
    }

    private static long unit(String name) {
        int power = " KMG".indexOf(name.charAt(0));
        long unit = 1;
        for (int i = 0; i < power; i++) {
            unit *= STEP;
        }
        return unit;
    }

    @Override
    public String toString() {
        return bytes + "B";
    }
}
