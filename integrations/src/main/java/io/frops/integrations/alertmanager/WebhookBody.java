package io.frops.integrations.alertmanager;

import io.frops.core.alert.Alert;
import io.frops.core.alert.Notification;
import io.frops.core.alert.SourceName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The fields of one webhook body that we use. Alertmanager writes `version` and `groupKey` last,
/// so they are judged at the end.
final class WebhookBody {
    private static final String VERSION = "4";

    /// What Alertmanager >= 0.32 gives as `notification_reason` when nothing is new.
    private static final String REPEAT = "repeat interval elapsed";

    private final JsonBody body;
    private final List<Alert> alerts = new ArrayList<>();
    private String version = "";
    private String groupKey = "";
    private String receiver = "";
    private String externalUrl = "";
    private String reason = "";
    private Map<String, String> groupLabels = Map.of();
    private int truncated;

    private WebhookBody(JsonBody body) {
        this.body = body;
    }

    static WebhookBody read(JsonBody body) throws IOException {
        WebhookBody read = new WebhookBody(body);
        body.start();
        body.object("", read::field);
        body.end();
        return read;
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "version" -> version = body.text(name);
            case "groupKey" -> groupKey = body.text(name);
            case "receiver" -> receiver = body.text(name);
            case "externalURL" -> externalUrl = body.text(name);
            case "notification_reason" -> reason = body.text(name);
            case "groupLabels" -> groupLabels = body.labels(name);
            case "truncatedAlerts" -> truncated = body.count(name);
            case "alerts" ->
                    body.array(name, place -> alerts.add(AlertReader.read(body, place).told()));
            default -> body.skip();
        }
    }

    Parsed toNotification(SourceName source) throws BadBody {
        require("version", version);
        if (!version.equals(VERSION)) {
            throw new BadBody(
                    "\"version\" is \""
                            + Shown.brief(version)
                            + "\", but only \"4\" is understood");
        }
        require("groupKey", groupKey);
        require("receiver", receiver);
        return new Parsed.Ok(
                new Notification(
                        source,
                        receiver,
                        groupLabels,
                        alerts,
                        truncated,
                        reason.equals(REPEAT),
                        externalUrl));
    }

    private static void require(String field, String value) throws BadBody {
        if (value.isEmpty()) {
            throw new BadBody(
                    "\""
                            + field
                            + "\" is missing; does the receiver set its own body with \"payload\"? Remove that option");
        }
    }
}
