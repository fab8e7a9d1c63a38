package io.frops.integrations.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {
    @ParameterizedTest
    @MethodSource("io.frops.integrations.alertmanager.Recorded#names")
    void equals_what_a_real_alertmanager_computed(String name) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        JsonNode alerts = json.readTree(Recorded.body(name)).get("alerts");
        assertThat(alerts).isNotEmpty();
        for (JsonNode alert : alerts) {
            Map<String, String> labels =
                    json.convertValue(
                            alert.get("labels"),
                            json.getTypeFactory()
                                    .constructMapType(Map.class, String.class, String.class));
            assertThat(Fingerprint.of(labels)).isEqualTo(alert.get("fingerprint").asText());
        }
    }

    @Test
    void tells_where_a_name_ends_and_its_value_begins() {
        assertThat(Fingerprint.of(Map.of("ab", "c")))
                .isNotEqualTo(Fingerprint.of(Map.of("a", "bc")));
    }
}
