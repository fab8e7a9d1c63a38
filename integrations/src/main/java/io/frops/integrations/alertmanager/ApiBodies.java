package io.frops.integrations.alertmanager;

import io.frops.core.alert.ActiveSilence;
import io.frops.core.alert.Alert;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The bodies of Alertmanager's API, version 2, as far as we read them.
final class ApiBodies {
    private static final int ERROR_BYTES = 4_096;

    private ApiBodies() {}

    /// One alert as `/alerts` lists it.
    record Listed(Alert alert, boolean active, Set<String> receivers) {}

    static Instant startedAt(JsonBody body) throws IOException {
        @Nullable Instant[] started = new Instant[1];
        body.object(
                "",
                name -> {
                    if (name.equals("uptime")) {
                        started[0] = body.time(name);
                    } else {
                        body.skip();
                    }
                });
        Instant at = started[0];
        if (at == null) {
            throw new BadBody("\"uptime\" is missing");
        }
        return at;
    }

    static AlertmanagerInspection.Status status(JsonBody body) throws IOException {
        String[] told = {"", ""};
        body.object(
                "",
                name -> {
                    switch (name) {
                        case "versionInfo" -> told[0] = textAt(body, name, "version");
                        case "config" -> told[1] = textAt(body, name, "original");
                        default -> body.skip();
                    }
                });
        return new AlertmanagerInspection.Status(told[0], told[1]);
    }

    /// One text of an object.
    private static String textAt(JsonBody body, String place, String wanted) throws IOException {
        String[] text = {""};
        body.object(
                place,
                name -> {
                    if (name.equals(wanted)) {
                        text[0] = body.whole(name);
                    } else {
                        body.skip();
                    }
                });
        return text[0];
    }

    static List<Listed> alerts(JsonBody body) throws IOException {
        List<Listed> listed = new ArrayList<>();
        body.array(
                "",
                place -> {
                    AlertReader alert = AlertReader.read(body, place);
                    listed.add(
                            new Listed(
                                    alert.held(),
                                    alert.active(),
                                    new HashSet<>(alert.receivers())));
                });
        return listed;
    }

    static Map<String, List<Map<String, String>>> groups(JsonBody body, String receiver)
            throws IOException {
        Map<String, List<Map<String, String>>> byFingerprint = new HashMap<>();
        body.array("", place -> GroupReader.read(body, place).into(byFingerprint, receiver));
        return byFingerprint;
    }

    static List<ActiveSilence> silences(JsonBody body) throws IOException {
        List<ActiveSilence> all = new ArrayList<>();
        body.array("", place -> SilenceReader.read(body, place).ifPresent(all::add));
        return all;
    }

    static String silenceId(JsonBody body) throws IOException {
        String[] id = {""};
        body.object(
                "",
                name -> {
                    if (name.equals("silenceID")) {
                        id[0] = body.text(name);
                    } else {
                        body.skip();
                    }
                });
        if (id[0].isEmpty()) {
            throw new BadBody("\"silenceID\" is missing");
        }
        return id[0];
    }

    /// What an error body says, for people: it is a bare JSON string, an object with `message`,
    /// plain text, or nothing.
    static String error(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(ERROR_BYTES);
        try (JsonBody body = new JsonBody(new java.io.ByteArrayInputStream(bytes))) {
            body.start();
            return Shown.brief(body.isObject() ? message(body) : body.text(""));
        } catch (IOException notJson) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.startsWith("<") ? "" : Shown.brief(text);
        }
    }

    private static String message(JsonBody body) throws IOException {
        String[] message = {""};
        body.object(
                "",
                name -> {
                    if (name.equals("message")) {
                        message[0] = body.text(name);
                    } else {
                        body.skip();
                    }
                });
        return message[0];
    }
}
