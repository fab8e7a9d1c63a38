package io.frops.integrations.mongo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/// Maps from outside as documents. Their names are data, and MongoDB gives dots, dollars and the
/// NUL character a meaning; so these are written as `%` and two hexadecimal digits, `%` itself too,
/// and the empty name as a lone `%`.
final class Names {
    private static final String SPECIAL = "%.$\0";
    private static final String EMPTY = "%";

    private Names() {}

    static Document encode(Map<String, String> map) {
        Document document = new Document();
        // In order, so that one content has one form.
        new TreeMap<>(map).forEach((name, value) -> document.append(escape(name), value));
        return document;
    }

    static Map<String, String> decode(Document document) {
        Map<String, String> map = new LinkedHashMap<>();
        document.forEach((name, value) -> {
            if (!(value instanceof String text)) {
                throw new Unreadable("a map holds something that is no text");
            }
            map.put(unescape(name), text);
        });
        return map;
    }

    private static String escape(String name) {
        if (name.isEmpty()) {
            return EMPTY;
        }
        if (name.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0)) {
            return name;
        }
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append("%%%02X".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String unescape(String name) {
        if (name.equals(EMPTY)) {
            return "";
        }
        if (name.indexOf('%') < 0) {
            return name;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '%') {
                plain.append(code(name, i + 1));
                i += 2;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static char code(String name, int from) {
        try {
            return (char) Integer.parseInt(name, from, from + 2, 16);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new Unreadable("a name in a map is not escaped as it should be", e);
        }
    }
}
