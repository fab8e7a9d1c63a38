package io.frops.core.store;

import static io.frops.core.store.KeyStore.ABSENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.incident.Samples;
import io.frops.core.testing.Race;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every store of small documents does.
public abstract class KeyStoreContract {
    private static final int RUNNERS = 8;
    private static final Instant LATER = Instant.parse("2036-03-10T09:00:00.125Z");

    /// An empty store; within one test always the same.
    protected abstract KeyStore store();

    @Test
    void what_was_put_is_there_with_its_first_version() {
        assertThat(store().put("tokens/a", ABSENT, Map.of("who", "U1"), LATER)).isTrue();
        assertThat(store().get("tokens/a"))
                .contains(new KeyStore.Entry("tokens/a", 1, Map.of("who", "U1"), LATER));
    }

    @Test
    void what_was_never_put_is_absent() {
        assertThat(store().get("tokens/a")).isEmpty();
        assertThat(store().put("tokens/a", 1, Map.of(), null)).isFalse();
        assertThat(store().remove("tokens/a", 1)).isFalse();
        assertThat(store().startingWith("")).isEmpty();
    }

    @Test
    void a_change_needs_the_version_that_is_there() {
        store().put("lease", ABSENT, Map.of("by", "a"), LATER);
        assertThat(store().put("lease", ABSENT, Map.of("by", "b"), null)).isFalse();
        assertThat(store().put("lease", 2, Map.of("by", "b"), null)).isFalse();
        assertThat(store().put("lease", 1, Map.of("by", "c"), null)).isTrue();
        assertThat(store().get("lease"))
                .contains(new KeyStore.Entry("lease", 2, Map.of("by", "c"), null));
    }

    @Test
    void of_eight_that_take_one_version_one_wins() {
        assertThat(Race.of(RUNNERS, i -> store().put("lease", ABSENT, by(i), null)))
                .containsOnlyOnce(true);
        for (long version = 1; version <= 20; version++) {
            long expected = version;
            List<Boolean> won = Race.of(RUNNERS, i -> store().put("lease", expected, by(i), null));
            assertThat(won).containsOnlyOnce(true);
            assertThat(store().get("lease").orElseThrow().fields())
                    .isEqualTo(by(won.indexOf(true)));
        }
    }

    @Test
    void removing_needs_the_version_too_and_frees_the_name() {
        store().put("lease", ABSENT, Map.of(), null);
        assertThat(store().remove("lease", 2)).isFalse();
        assertThat(store().remove("lease", 1)).isTrue();
        assertThat(store().get("lease")).isEmpty();
        assertThat(store().put("lease", ABSENT, Map.of(), null)).isTrue();
    }

    @Test
    void a_prefix_finds_its_documents_in_order() {
        for (String id :
                List.of("pages/U2", "pages/U1", "page", "pagez", "pages/", "pages/größe")) {
            store().put(id, ABSENT, Map.of("id", id), null);
        }
        assertThat(store().startingWith("pages/"))
                .extracting(KeyStore.Entry::id)
                .containsExactly("pages/", "pages/U1", "pages/U2", "pages/größe");
        assertThat(store().startingWith("")).hasSize(6);
        assertThat(store().startingWith("nothing/")).isEmpty();
    }

    @Test
    void characters_with_a_meaning_elsewhere_have_none_in_a_prefix() {
        store().put("a.c", ABSENT, Map.of(), null);
        store().put("abc", ABSENT, Map.of(), null);
        store().put("$(x)", ABSENT, Map.of(), null);
        assertThat(store().startingWith("a."))
                .extracting(KeyStore.Entry::id)
                .containsExactly("a.c");
        assertThat(store().startingWith("$(")).hasSize(1);
    }

    @Test
    void odd_names_and_values_come_back_as_they_were() {
        assertThat(store().put("odd", ABSENT, Samples.ODD, null)).isTrue();
        assertThat(store().get("odd").orElseThrow().fields()).isEqualTo(Samples.ODD);
        assertThat(store().put("odd", 1, Map.of("a.b", "$"), null)).isTrue();
        assertThat(store().get("odd").orElseThrow().fields()).isEqualTo(Map.of("a.b", "$"));
    }

    private static Map<String, String> by(int runner) {
        return Map.of("by", String.valueOf(runner));
    }
}
