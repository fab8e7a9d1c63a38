package io.frops.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoundedTest {
    @Test
    void what_was_used_longest_ago_is_forgotten_first() {
        Map<String, Integer> map = Bounded.map(2);
        map.put("a", 1);
        map.put("b", 2);
        assertThat(map.get("a")).isEqualTo(1);
        map.put("c", 3);
        assertThat(map).containsOnlyKeys("a", "c");
    }

    @Test
    void a_set_says_again_that_something_is_new_once_it_has_forgotten_it() {
        Set<String> set = Bounded.set(2);
        assertThat(set.add("a")).isTrue();
        assertThat(set.add("a")).isFalse();
        set.add("b");
        set.add("c");
        assertThat(set).containsExactlyInAnyOrder("b", "c");
        assertThat(set.add("a")).isTrue();
    }
}
