package io.frops.integrations.slack.door;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Strict decoding: bytes that are not UTF-8 and broken percent signs are refused, where the JDK's
/// decoders would put in question marks.
final class FormText {
    private FormText() {}

    static String utf8(byte[] bytes) throws Refusal {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            throw new Refusal(400, "the body is not UTF-8");
        }
    }

    /// The fields of `application/x-www-form-urlencoded`. What another reader might understand
    /// otherwise is refused: Bolt reads the same body after us.
    static Map<String, String> fields(String body) throws Refusal {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String value = pair.substring(equals + 1);
                if (value.indexOf('=') >= 0) {
                    throw new Refusal(400, "a field has a second equals sign");
                }
                if (fields.putIfAbsent(decode(pair.substring(0, equals)), decode(value)) != null) {
                    throw new Refusal(400, "a field is there twice");
                }
            }
        }
        return fields;
    }

    private static String decode(String text) throws Refusal {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                out.write(hex(bytes, i + 1));
                i += 2;
            } else {
                out.write(bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        return utf8(out.toByteArray());
    }

    private static int hex(byte[] bytes, int at) throws Refusal {
        if (at + 1 < bytes.length) {
            int high = Character.digit(bytes[at], 16);
            int low = Character.digit(bytes[at + 1], 16);
            if (high >= 0 && low >= 0) {
                return high * 16 + low;
            }
        }
        throw new Refusal(400, "a percent sign is not followed by two hexadecimal digits");
    }
}
