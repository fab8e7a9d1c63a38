package io.frops.integrations.mongo;

import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import io.frops.core.incident.Alerts;
import io.frops.core.incident.Basis;
import io.frops.core.incident.ClearedAlert;
import io.frops.core.incident.GradedAlert;
import io.frops.core.incident.Severity;
import io.frops.core.incident.TrackedAlert;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Alerts as documents.
final class AlertCodec {
    private static final char AT = '@';

    private AlertCodec() {}

    static Document graded(List<GradedAlert> alerts) {
        return Packed.pack(alerts.stream().map(AlertCodec::graded).toList());
    }

    static List<GradedAlert> graded(Fields packed) {
        return Packed.unpack(packed).stream().map(d -> toGraded(new Fields(d))).toList();
    }

    static Document cleared(List<ClearedAlert> alerts) {
        return Packed.pack(alerts.stream().map(AlertCodec::cleared).toList());
    }

    static List<ClearedAlert> cleared(Fields packed) {
        return Packed.unpack(packed).stream().map(d -> toCleared(new Fields(d))).toList();
    }

    static Document tracked(Alerts alerts) {
        return Packed.pack(alerts.all().stream().map(AlertCodec::tracked).toList());
    }

    static Alerts tracked(Fields packed) {
        return Alerts.of(
                Packed.unpack(packed).stream().map(d -> toTracked(new Fields(d))).toList());
    }

    static String key(AlertKey key) {
        return key.fingerprint() + AT + key.startsAt();
    }

    static AlertKey key(String text) {
        int at = text.lastIndexOf(AT);
        if (at < 1) {
            throw new Unreadable("an alert's key has no fingerprint");
        }
        return new AlertKey(text.substring(0, at), Fields.time("key", text.substring(at + 1)));
    }

    static List<String> keys(Collection<AlertKey> keys) {
        return keys.stream().sorted().map(AlertCodec::key).toList();
    }

    static List<AlertKey> keys(List<String> texts) {
        return texts.stream().map(AlertCodec::key).toList();
    }

    private static Document graded(GradedAlert graded) {
        Alert alert = graded.alert();
        Document document = document(alert.key(), alert.labels(), alert.annotations());
        document.append("graph", alert.generatorUrl())
                .append("severity", graded.severity().name())
                .append("basis", graded.basis().name())
                .append("service", graded.service());
        if (graded.because() != null) {
            document.append("because", graded.because());
        }
        return timed(document, "endsAt", alert.endsAt());
    }

    private static GradedAlert toGraded(Fields f) {
        Alert alert =
                new Alert(
                        key(f.text("key")),
                        f.map("labels"),
                        f.map("annotations"),
                        f.timeOrNull("endsAt"),
                        f.text("graph"));
        return new GradedAlert(
                alert,
                f.word("severity", Severity.class),
                f.word("basis", Basis.class),
                f.text("service"),
                f.textOrNull("because"));
    }

    private static Document cleared(ClearedAlert alert) {
        Document document = new Document("key", key(alert.key()));
        GradedAlert unknown = alert.unknown();
        if (unknown != null) {
            document.append("unknown", graded(unknown));
        }
        return timed(document, "endedAt", alert.endedAt());
    }

    private static ClearedAlert toCleared(Fields f) {
        Fields unknown = f.innerOrNull("unknown");
        return new ClearedAlert(
                key(f.text("key")), f.time("endedAt"), unknown == null ? null : toGraded(unknown));
    }

    private static Document tracked(TrackedAlert alert) {
        Document document = document(alert.key(), alert.labels(), alert.annotations());
        document.append("graph", alert.generatorUrl())
                .append("severity", alert.severity().name())
                .append("service", alert.service())
                .append("status", alert.status().name());
        return timed(document, "clearedAt", alert.clearedAt());
    }

    private static TrackedAlert toTracked(Fields f) {
        return new TrackedAlert(
                key(f.text("key")),
                f.map("labels"),
                f.map("annotations"),
                f.text("graph"),
                f.word("severity", Severity.class),
                f.text("service"),
                f.word("status", TrackedAlert.Status.class),
                f.timeOrNull("clearedAt"));
    }

    private static Document document(
            AlertKey key, Map<String, String> labels, Map<String, String> annotations) {
        return new Document("key", key(key))
                .append("labels", Names.encode(labels))
                .append("annotations", Names.encode(annotations));
    }

    private static Document timed(Document document, String name, @Nullable Instant time) {
        return time == null ? document : document.append(name, time.toString());
    }
}
