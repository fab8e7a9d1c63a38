package io.frops.integrations.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.incident.Make;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/// Alerts of one group take little room.
class DocumentSizeTest {
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
}
