package io.frops.commands.door;

import static io.frops.commands.World.ANA;
import static io.frops.commands.World.BO;
import static io.frops.commands.World.GUEST;
import static io.frops.commands.World.NOBODY;
import static io.frops.commands.World.UNSURE;
import static io.frops.commands.World.VIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.commands.Golden;
import io.frops.commands.Shown;
import io.frops.commands.World;
import io.frops.core.access.PersonId;
import io.frops.core.chat.Effect;
import io.frops.core.chat.Outcome;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything that is said passes the registry and the gate.
class DoorTest {
    private final World world = new World();
    private final Shown shown = new Shown();

    @Test
    void frops_alone_says_hello() {
        golden("hello", VIC, "");
    }

    @Test
    void a_typo_gets_the_nearest_command_and_its_usage() {
        golden("typo", BO, "incidnets");
        golden("typo-prefix", BO, "acknowledge INC-42");
        golden("no-such-command", BO, "make-coffee");
    }

    @Test
    void wrong_arguments_get_the_usage_and_what_was_wrong() {
        golden("wrong-option", BO, "ack INC-42 --fast");
        golden("too-many-words", BO, "ack INC-42 now please");
    }

    @Test
    void a_denial_says_who_you_are_what_is_needed_and_whom_to_ask() {
        golden("denied", VIC, "resolve INC-42");
        golden("denied-unlisted", NOBODY, "incidents");
        golden("denied-guest", GUEST, "incidents");
        golden("denied-unsure", UNSURE, "incidents");
        golden("denied-unknown-command", NOBODY, "make-coffee");
    }

    @Test
    void a_viewer_changes_nothing_however_it_is_put() {
        IncidentId id = world.fire();
        for (String line :
                List.of("resolve %s --yes", "/frops ack %s", "RESOLVE %s", "note %s hi")) {
            assertThat(world.click(VIC, line.formatted(id))).isInstanceOf(Outcome.Denied.class);
        }
        assertThat(world.stored(id).version()).isEqualTo(1);
    }

    @Test
    void help_shows_only_what_the_caller_may_run() {
        golden("help-viewer", VIC, "help");
        golden("help-admin", ANA, "help");
        golden("help-search", BO, "help timeline");
        golden("help-one", BO, "help escalate");
        golden("help-nothing", VIC, "help resolve");
    }

    @Test
    void whoami_says_whom_it_takes_you_for() {
        golden("whoami", BO, "whoami");
    }

    @Test
    void doors_learn_what_a_command_would_do() {
        var registry = world.registry();
        assertThat(registry.effect(List.of())).isEqualTo(Effect.READ);
        assertThat(registry.effect(List.of("health"))).isEqualTo(Effect.READ);
        assertThat(registry.effect(List.of("/frops", "ACK", "42"))).isEqualTo(Effect.CHANGE);
        assertThat(registry.effect(List.of("make-coffee"))).isEqualTo(Effect.READ);
    }

    @Test
    void a_failing_system_is_named_in_safe_words() {
        IncidentId id = world.fire();
        world.source.down = true;
        golden("unavailable", World.OLA, "silence " + id + " --for=1h --reason=known");
    }

    @Test
    void our_own_mistake_gets_a_reference() {
        Golden.check("failed", shown.of(world.broken().handle(world.invocation(BO, "incidents"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "note %s $(reboot)",
                "note %s `reboot`; rm /",
                "note %s -- rm -rf --yes --reason=x",
                "note %s @/etc/passwd",
                "note %s ${env:HOME} %%s {0}",
                "note %s it's or 1=1",
                "note %s <!channel> *bold* <@U1>",
            })
    void odd_text_is_kept_as_it_is(String line) {
        IncidentId id = world.fire();
        String said = line.formatted(id);
        assertThat(world.say(BO, said)).isInstanceOf(Outcome.Done.class);
        String text = said.substring(said.indexOf(id + " ") + id.toString().length() + 1);
        assertThat(world.stored(id).events().getLast().toString())
                .contains(text.startsWith("-- ") ? text.substring(3) : text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@/etc/passwd",
                "$(reboot)",
                "; reboot",
                "ack @/etc/passwd",
                "ack $(reboot)",
                "ack --reason=x %s",
                "ack -Dx=y %s",
                "resolve %s;reboot",
                "severity %s 'SEV1; drop'",
                "incident ../../etc/passwd",
                "note %s --flag text",
                "note %s rm -rf /",
                "note %s \"--yes --reason=x\"",
            })
    void odd_words_are_refused_with_the_usage(String line) {
        IncidentId id = world.fire();
        Outcome outcome = world.say(BO, line.formatted(id));
        assertThat(outcome).isInstanceOf(Outcome.Usage.class);
        assertThat(shown.of(outcome)).doesNotContain("root:");
        assertThat(world.stored(id).state().phase()).isInstanceOf(Phase.Open.class);
        assertThat(world.stored(id).version()).isEqualTo(1);
    }

    private void golden(String name, PersonId who, String line) {
        Golden.check(name, shown.of(world.say(who, line)));
    }
}
