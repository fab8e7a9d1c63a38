package io.frops.core.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frops.core.access.Actor;
import io.frops.core.access.PersonId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Who answers at which level.
class PeopleTest {
    private static final PersonId ANA = new PersonId("U0ANA");
    private static final PersonId BO = new PersonId("U0BO");
    private final People people =
            new People(
                    List.of(new Person(ANA, "ana", Set.of(1, 2)), new Person(BO, "bo", Set.of(2))));

    @Test
    void a_level_has_its_people_in_their_order() {
        assertThat(people.atLevel(2)).extracting(Person::id).containsExactly(ANA, BO);
        assertThat(people.atLevel(4)).isEmpty();
    }

    @Test
    void whoever_is_not_in_the_list_is_called_by_id() {
        assertThat(people.name(ANA)).isEqualTo("ana");
        assertThat(people.name(new PersonId("U9"))).isEqualTo("U9");
        assertThat(people.name(Actor.bot())).isEqualTo("frops");
    }

    @Test
    void there_are_four_levels() {
        assertThatThrownBy(() -> new Person(ANA, "ana", Set.of(5)))
                .hasMessageContaining("levels of ana must be from 1 to 4");
    }
}
