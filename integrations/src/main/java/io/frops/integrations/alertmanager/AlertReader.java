package io.frops.integrations.alertmanager;

import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one alert as the webhook and the API write it: the webhook's `status` is a text, the API's
/// an object. One instance reads one alert.
final class AlertReader {
    private final JsonBody body;
    private final String place;
    private final List<String> receivers = new ArrayList<>();
    private Map<String, String> labels = Map.of();
    private Map<String, String> annotations = Map.of();
    private @Nullable Instant startsAt;
    private @Nullable Instant endsAt;
    private String state = "";
    private String generatorUrl = "";
    private String fingerprint = "";

    private AlertReader(JsonBody body, String place) {
        this.body = body;
        this.place = place;
    }

    static AlertReader read(JsonBody body, String place) throws IOException {
        AlertReader reader = new AlertReader(body, place);
        body.object(place, reader::field);
        return reader;
    }

    private void field(String name) throws IOException {
        String here = place + "." + name;
        switch (name) {
            case "labels" -> labels = body.labels(here);
            case "annotations" -> annotations = body.labels(here);
            case "startsAt" -> startsAt = body.time(here);
            case "endsAt" -> endsAt = body.time(here);
            case "generatorURL" -> generatorUrl = body.text(here);
            case "fingerprint" -> fingerprint = body.text(here);
            case "status" -> status(here);
            case "receivers" -> body.array(here, this::receiver);
            default -> body.skip();
        }
    }

    private void status(String here) throws IOException {
        if (!body.isObject()) {
            state = body.text(here);
            return;
        }
        body.object(
                here,
                name -> {
                    if (name.equals("state")) {
                        state = body.text(here + ".state");
                    } else {
                        body.skip();
                    }
                });
    }

    private void receiver(String here) throws IOException {
        body.object(
                here,
                name -> {
                    if (name.equals("name")) {
                        receivers.add(body.text(here + ".name"));
                    } else {
                        body.skip();
                    }
                });
    }

    /// The alert of a webhook: its status says whether it fires.
    Alert told() throws BadBody {
        return switch (state) {
            case "firing" -> alert(null);
            case "resolved" -> alert(endsAt == null ? start() : endsAt);
            default ->
                    throw new BadBody(
                            "\"" + place + ".status\" must be \"firing\" or \"resolved\"");
        };
    }

    /// The alert of the API, which lists only what fires; the end it tells is when that expires.
    Alert held() throws BadBody {
        return alert(null);
    }

    /// Neither silenced, inhibited, nor muted by a time interval, as the API says.
    boolean active() {
        return state.equals("active");
    }

    List<String> receivers() {
        return receivers;
    }

    private Alert alert(@Nullable Instant end) throws BadBody {
        String print = fingerprint.isBlank() ? Fingerprint.of(labels) : fingerprint;
        return new Alert(new AlertKey(print, start()), labels, annotations, end, generatorUrl);
    }

    private Instant start() throws BadBody {
        if (startsAt == null) {
            throw new BadBody("\"" + place + ".startsAt\" is missing");
        }
        return startsAt;
    }
}
