package io.frops.core.access;

import io.frops.core.store.KeyStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Personal tokens: shown once, kept only as a hash, gone after 90 days or when revoked. Methods
/// may throw [io.frops.core.failure.IntegrationException].
public final class Tokens {
    public static final Duration LIFETIME = Duration.ofDays(90);

    /// A prefix by which secret scanners can find a leaked one.
    private static final String PREFIX = "frops_";

    private static final int BYTES = 32;
    private static final int SHORT = 8;
    private static final String STORED = "token/";
    private static final String MADE = "token-made/";

    private final KeyStore keys;
    private final InstantSource clock;
    private final RandomGenerator random;

    /// @param random must be cryptographically strong outside of tests
    public Tokens(KeyStore keys, InstantSource clock, RandomGenerator random) {
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    /// A token as its owner sees it later.
    ///
    /// @param name the first 8 digits of its hash
    public record Listed(String name, PersonId owner, Instant created, Instant expires) {}

    /// A fresh token with its secret, which nobody can read again.
    public record Fresh(String secret, Listed listed) {}

    /// Makes a token, once for each command.
    ///
    /// @return empty when this command has made one already: it is never shown again
    public Optional<Fresh> make(PersonId owner, CommandId command) {
        Instant now = clock.instant();
        Instant expires = now.plus(LIFETIME);
        if (!keys.put(MADE + command, KeyStore.ABSENT, Map.of(), now.plus(Duration.ofDays(1)))) {
            return Optional.empty();
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String hash = hash(secret);
        Map<String, String> fields =
                Map.of(
                        "owner",
                        owner.value(),
                        "created",
                        now.toString(),
                        "expires",
                        expires.toString());
        if (!keys.put(STORED + hash, KeyStore.ABSENT, fields, expires)) {
            throw new IllegalStateException("a fresh token was there already");
        }
        return Optional.of(new Fresh(secret, new Listed(shortened(hash), owner, now, expires)));
    }

    /// The owner of a token; empty when it is unknown, revoked or has expired.
    public Optional<PersonId> owner(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return keys.get(STORED + hash(secret))
                .map(Tokens::listed)
                .filter(this::alive)
                .map(Listed::owner);
    }

    /// A person's tokens, oldest first.
    public List<Listed> of(PersonId owner) {
        return keys.startingWith(STORED).stream()
                .map(Tokens::listed)
                .filter(t -> t.owner().equals(owner) && alive(t))
                .sorted(Comparator.comparing(Listed::created))
                .toList();
    }

    /// Ends one of a person's tokens.
    ///
    /// @return whether they had a token of this name
    public boolean revoke(PersonId owner, String name) {
        return keys.startingWith(STORED).stream()
                .filter(e -> listed(e).owner().equals(owner) && listed(e).name().equals(name))
                .anyMatch(e -> keys.remove(e.id(), e.version()));
    }

    private boolean alive(Listed token) {
        return token.expires().isAfter(clock.instant());
    }

    private static Listed listed(KeyStore.Entry entry) {
        Map<String, String> fields = entry.fields();
        return new Listed(
                shortened(entry.id().substring(STORED.length())),
                new PersonId(fields.getOrDefault("owner", "")),
                Instant.parse(fields.getOrDefault("created", "")),
                Instant.parse(fields.getOrDefault("expires", "")));
    }

    private static String shortened(String hash) {
        return hash.substring(0, SHORT);
    }

    private static String hash(String secret) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
