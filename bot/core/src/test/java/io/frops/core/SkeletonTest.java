package io.frops.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SkeletonTest {

    @Test
    void the_room_is_compiled_for_java_25() {
        assertThat(Runtime.version().feature()).isGreaterThanOrEqualTo(25);
    }
}
