package io.frops.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.access.DirectoryCache.Dated;
import io.frops.core.memory.MemoryKeys;
import io.frops.core.testing.ManualClock;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeptDirectoryTest {
    private static final PersonId ANA = new PersonId("U0ANA");
    private static final GroupId CREW = new GroupId("S0CREW");

    private final MemoryKeys keys = new MemoryKeys();
    private final KeptDirectory before = new KeptDirectory(keys);

    @Test
    void answers_outlive_a_restart() {
        Dated<Membership> guest =
                new Dated<>(new Membership.Stranger("eve", "a guest"), ManualClock.TUESDAY);
        Dated<Membership> member = new Dated<>(new Membership.Member(), ManualClock.TUESDAY);
        Dated<Set<PersonId>> crew =
                new Dated<>(Set.of(ANA, new PersonId("U0BEN")), ManualClock.TUESDAY);
        before.keep(new PersonId("U0EVE"), guest);
        before.keep(ANA, member);
        before.keep(CREW, crew);
        KeptDirectory after = new KeptDirectory(keys);
        assertThat(after.person(new PersonId("U0EVE"))).contains(guest);
        assertThat(after.person(ANA)).contains(member);
        assertThat(after.group(CREW)).contains(crew);
    }

    @Test
    void an_empty_group_stays_empty_and_nothing_is_known_of_others() {
        before.keep(CREW, new Dated<>(Set.of(), ManualClock.TUESDAY));
        KeptDirectory after = new KeptDirectory(keys);
        assertThat(after.group(CREW)).hasValueSatisfying(d -> assertThat(d.answer()).isEmpty());
        assertThat(after.person(ANA)).isEmpty();
    }
}
