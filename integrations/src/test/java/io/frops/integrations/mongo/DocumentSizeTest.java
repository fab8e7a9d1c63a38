package io.frops.integrations.mongo;

import static io.frops.core.incident.Make.at;
import static io.frops.core.incident.Make.group;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import io.frops.core.incident.ClearedAlert;
import io.frops.core.incident.GradedAlert;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.Make;
import io.frops.core.incident.StoredIncident;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;

/// MongoDB takes 16 MiB; we stay below 12 MB with everything that one notification can bring.
class DocumentSizeTest {
    private static final int MOST = 12_000_000;
    private static final int ALERTS = 10_000;

    @Test
    void ten_thousand_alerts_that_fire_and_clear_stay_below_12_MB() {
        List<GradedAlert> storm = Make.storm(ALERTS);
        StoredIncident opened =
                Make.incident(
                        Make.opened(1, group("storm")),
                        new IncidentEvent.AlertsFired(at(0), storm));
        int firing = size(opened);
        List<ClearedAlert> cleared =
                storm.stream().map(a -> new ClearedAlert(a.alert().key(), at(60), null)).toList();
        int all = size(Make.next(opened, new IncidentEvent.AlertsResolved(at(60), cleared)));
        assertThat(firing).isBetween(ALERTS * 100, MOST);
        assertThat(all).isBetween(firing, MOST);
    }

    @Test
    void what_all_alerts_share_is_stored_once() {
        Document packed = AlertCodec.graded(Make.storm(3));
        Document common = packed.get("common", Document.class);
        assertThat(common.get("labels", Document.class))
                .containsEntry("cluster", "production-eu")
                .doesNotContainKey("pod");
        assertThat(packed.getList("each", Document.class))
                .hasSize(3)
                .allSatisfy(a -> assertThat(a).containsOnlyKeys("key", "labels", "annotations"));
    }

    private static int size(StoredIncident incident) {
        Document document = IncidentCodec.encode("x", incident);
        var codec = MongoClientSettings.getDefaultCodecRegistry().get(Document.class);
        return new RawBsonDocument(document, codec).getByteBuffer().remaining();
    }
}
