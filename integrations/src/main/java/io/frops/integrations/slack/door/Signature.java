package io.frops.integrations.slack.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.frops.core.settings.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Slack's signature: `v0=` and the HMAC-SHA256 of `v0:timestamp:body`, valid five minutes either
/// way. Source: Slack's "Verifying requests from Slack"; the bound into the future is ours, since a
/// stamp from tomorrow could be replayed until tomorrow.
final class Signature {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String REMEDY =
            ". Check that the app's signing secret is in SLACK_SIGNING_SECRET";

    private final Secret secret;
    private final InstantSource clock;

    Signature(Secret secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /// What can be judged before the body is read.
    void checkHeaders(@Nullable String timestamp, @Nullable String signature) throws Refusal {
        if (timestamp == null || signature == null) {
            throw new Refusal(401, "not signed" + REMEDY);
        }
        try {
            Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
            if (Duration.between(signed, clock.instant()).abs().compareTo(WINDOW) > 0) {
                throw new Refusal(
                        401, "signed more than 5 minutes ago or ahead. Check this machine's clock");
            }
        } catch (NumberFormatException | java.time.DateTimeException | ArithmeticException _) {
            throw new Refusal(401, "X-Slack-Request-Timestamp is not a time in seconds");
        }
    }

    void check(String timestamp, String signature, byte[] body) throws Refusal {
        byte[] expected = ("v0=" + HexFormat.of().formatHex(hmac(timestamp, body))).getBytes(UTF_8);
        if (!MessageDigest.isEqual(expected, signature.getBytes(UTF_8))) {
            throw new Refusal(401, "the signature does not match" + REMEDY);
        }
    }

    private byte[] hmac(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
