package io.frops.checks.world;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Posts to the bot as Slack does, signed by a computation of our own.
public final class SignedSlack {
    private final Http http;
    private final String secret;

    public SignedSlack(Http http, String secret) {
        this.http = http;
        this.secret = secret;
    }

    /// A slash command with the fields that Slack sends.
    public static String command(String person, String team, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("token", "unused");
        fields.put("team_id", team);
        fields.put("team_domain", "sandbox");
        fields.put("channel_id", World.INCIDENTS);
        fields.put("channel_name", "incidents");
        fields.put("user_id", person);
        fields.put("user_name", "somebody");
        fields.put("command", "/frops");
        fields.put("text", text);
        fields.put("api_app_id", "A0FROPS01");
        fields.put("is_enterprise_install", "false");
        fields.put("response_url", "http://127.0.0.1:9/nowhere");
        fields.put("trigger_id", "1.2.3");
        return fields.entrySet().stream()
                .map(e ->
                        e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public Http.Answer post(String body, Instant at) {
        return post(
                body,
                Long.toString(at.getEpochSecond()),
                signature(body, Long.toString(at.getEpochSecond())));
    }

    /// Bytes that may be no text at all.
    public Http.Answer post(byte[] body, Instant at) {
        String timestamp = Long.toString(at.getEpochSecond());
        return post(body, timestamp, signature(body, timestamp));
    }

    public Http.Answer post(String body, String timestamp, String signature) {
        return post(body.getBytes(StandardCharsets.UTF_8), timestamp, signature);
    }

    private Http.Answer post(byte[] body, String timestamp, String signature) {
        return http.post(
                "/slack/events",
                body,
                Map.of(
                        "Content-Type", "application/x-www-form-urlencoded",
                        "X-Slack-Request-Timestamp", timestamp,
                        "X-Slack-Signature", signature));
    }

    public String signature(String body, String timestamp) {
        return signature(body.getBytes(StandardCharsets.UTF_8), timestamp);
    }

    private String signature(byte[] body, String timestamp) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            byte[] hash = mac.doFinal(body);
            return "v0=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
