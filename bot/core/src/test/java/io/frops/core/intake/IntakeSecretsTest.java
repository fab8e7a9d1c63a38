package io.frops.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.alert.Alert;
import io.frops.core.alert.GroupId;
import io.frops.core.incident.Make;
import io.frops.core.incident.Origin;
import io.frops.core.incident.StoredIncident;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntakeSecretsTest {
    private static final Map<String, String> GROUP = Map.of("url", "http://ana:hunter22@db");

    private final IntakeWorld world = new IntakeWorld();

    private StoredIncident opened() {
        Alert told = Make.alert("a");
        Alert alert =
                new Alert(
                        told.key(),
                        told.labels(),
                        told.annotations(),
                        null,
                        "http://ana:hunter22@prometheus/graph?g0.expr=up");
        world.intake().accept(world.notification(GROUP, List.of(alert)));
        return world.store().current(GroupId.of(Make.MAIN, "frops", GROUP)).orElseThrow();
    }

    @Test
    void a_group_keeps_its_identity_and_no_secret() {
        assertThat(opened().state().origin())
                .isEqualTo(
                        new Origin.Alerting(
                                Make.MAIN, "frops", Map.of("url", "http://ana:***@db")));
    }

    @Test
    void a_graphs_address_keeps_no_password() {
        assertThat(opened().state().alerts().firing().getFirst().generatorUrl())
                .isEqualTo("http://ana:***@prometheus/graph?g0.expr=up");
    }
}
