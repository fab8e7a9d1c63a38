package io.frops.sandbox.kubernetes;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Names and uids as Kubernetes makes them, but the same at every start.
final class Ids {
    /// Kubernetes leaves vowels and look-alikes out.
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private Ids() {}

    static String uid(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static String word(String of, int salt, int length) {
        String hex = uid(of + "/" + salt).replace("-", "");
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int at = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
            word.append(ALPHABET.charAt(at % ALPHABET.length()));
        }
        return word.toString();
    }
}
