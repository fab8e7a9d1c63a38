package io.frops.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.access.CommandId;
import io.frops.core.access.PersonId;
import io.frops.core.access.Role;
import io.frops.core.access.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What guards what.
class GateTest {
    private static final PersonId ANA = new PersonId("U0ANA");
    private static final Spec DANGER =
            new Spec(
                    Role.ADMIN,
                    Effect.DANGER,
                    Spec.Confirmation.PLAIN,
                    Spec.Approval.SECOND_PERSON);

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_covers_itself_and_those_before_it(Role role) {
        for (Role needed : Role.values()) {
            Verdict verdict = decide(Spec.change(needed), new Standing.Known(ANA, role), false);
            assertThat(verdict instanceof Verdict.Run).isEqualTo(role.compareTo(needed) >= 0);
        }
    }

    @Test
    void whoever_is_not_known_is_denied_even_to_look() {
        List<Standing> strangers =
                List.of(
                        new Standing.Unlisted(ANA),
                        new Standing.Outsider("gus", "a guest"),
                        new Standing.Unsure(ANA, "no answer"));
        for (Standing stranger : strangers) {
            assertThat(decide(Spec.read(Role.VIEWER), stranger, true))
                    .isEqualTo(new Verdict.Deny(stranger, Role.VIEWER));
        }
    }

    @Test
    void a_yes_never_stands_for_a_second_person() {
        Standing admin = new Standing.Known(ANA, Role.ADMIN);
        assertThat(decide(DANGER, admin, false))
                .isEqualTo(new Verdict.Confirm(Spec.Confirmation.PLAIN));
        assertThat(decide(DANGER, admin, true)).isEqualTo(new Verdict.AwaitApproval());
    }

    @Test
    void a_yes_never_stands_for_what_must_be_typed() {
        Spec typed =
                new Spec(Role.ADMIN, Effect.DANGER, Spec.Confirmation.TYPED, Spec.Approval.NONE);
        assertThat(decide(typed, new Standing.Known(ANA, Role.ADMIN), true))
                .isEqualTo(new Verdict.Confirm(Spec.Confirmation.TYPED));
    }

    private static Verdict decide(Spec spec, Standing standing, boolean confirmed) {
        Invocation invocation =
                new Invocation(
                        new CommandId("c"),
                        ANA,
                        new Place.Terminal(),
                        List.of("x"),
                        confirmed,
                        false,
                        () -> false);
        return Gate.decide(spec, standing, invocation);
    }
}
