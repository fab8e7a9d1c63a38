package io.frops.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void every_type_of_event_has_a_sample() {
        assertThat(types(Samples.events().stream())).containsAll(kinds(IncidentEvent.class));
    }

    @Test
    void every_phase_and_origin_has_a_sample() {
        assertThat(types(Samples.incidents().map(s -> s.state().phase())))
                .containsAll(kinds(Phase.class));
        assertThat(types(Samples.incidents().map(s -> s.state().origin())))
                .containsAll(kinds(Origin.class));
    }

    private static List<String> types(Stream<?> values) {
        return values.map(v -> v.getClass().getSimpleName()).distinct().toList();
    }

    /// Every record of a sealed interface.
    private static List<String> kinds(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses()).map(Class::getSimpleName).toList();
    }
}
