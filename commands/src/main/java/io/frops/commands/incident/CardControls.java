package io.frops.commands.incident;

import io.frops.commands.say.Counts;
import io.frops.core.chat.Block;
import io.frops.core.chat.Choice;
import io.frops.core.chat.Confirm;
import io.frops.core.chat.Control;
import io.frops.core.chat.Text;
import io.frops.core.incident.Badge;
import io.frops.core.incident.Incident;
import io.frops.core.incident.Ladder;
import io.frops.core.incident.Phase;
import io.frops.core.incident.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What can be pressed on a card. Each control's words carry what the card assumes.
final class CardControls {
    private final Incident incident;
    private final boolean silenced;
    private final String assume;

    CardControls(Incident incident, Instant now) {
        this.incident = incident;
        this.silenced = incident.silences().stream().anyMatch(s -> s.active(now));
        this.assume = Assumed.of(incident).option();
    }

    Block.Actions row() {
        List<Control> controls = new ArrayList<>();
        if (!taken()) {
            controls.add(Control.Button.primary("ack", "Acknowledge", words("ack")));
        }
        if (incident.ladder().level() < Ladder.TOP) {
            controls.add(Control.Button.plain("escalate", "Escalate", words("escalate")));
        }
        controls.add(resolve());
        controls.add(severities());
        controls.add(more());
        return new Block.Actions(controls);
    }

    /// All that is left once it is over.
    Control.Overflow afterwards() {
        return new Control.Overflow(
                "more",
                List.of(
                        new Choice("Reopen", words("reopen")),
                        new Choice("Add note…", words("note"))));
    }

    private boolean taken() {
        return switch (incident.phase()) {
            case Phase.Acknowledged _ -> true;
            case Phase.Mitigated(_, var ack) -> ack != null;
            case Phase.Open _ -> false;
            case Phase.Resolved _, Phase.Merged _ -> true;
        };
    }

    private Control.Button resolve() {
        int firing = incident.firing();
        if (firing == 0) {
            return Control.Button.plain("resolve", "Resolve", ending(""));
        }
        Text question =
                Text.of(Counts.of(firing, "alert"))
                        .plain(firing == 1 ? " still fires. " : " still fire. ")
                        .plain("Resolve " + incident.id() + " anyway?");
        return Control.Button.plain("resolve", "Resolve", ending(" --yes"))
                .confirming(
                        new Confirm(
                                "Resolve " + incident.id() + "?",
                                question,
                                "Resolve anyway",
                                "Keep it open",
                                true));
    }

    /// Names what fires: a yes to these alerts is none to more of them.
    private String ending(String yes) {
        return "resolve " + incident.id() + yes + " " + Assumed.firing(incident).option();
    }

    private Control.Menu severities() {
        List<Choice> choices = Arrays.stream(Severity.values()).map(this::severity).toList();
        return new Control.Menu("severity", "Severity", choices, severity(incident.severity()));
    }

    private Choice severity(Severity severity) {
        return new Choice(severity + " " + severity.word(), words("severity", severity.name()));
    }

    private Control.Overflow more() {
        List<Choice> choices = new ArrayList<>();
        if (silenced) {
            choices.add(new Choice("End the silence", words("unsilence")));
        } else if (!incident.alerts().isEmpty()) {
            choices.add(new Choice("Silence for…", words("silence")));
        }
        choices.add(new Choice("Duplicate of…", words("duplicate")));
        choices.add(new Choice("Add note…", words("note")));
        if (incident.firing() == 0 && !(incident.phase() instanceof Phase.Mitigated)) {
            choices.add(new Choice("Mitigated: the harm has stopped", words("mitigate")));
        }
        if (incident.has(Badge.Kind.SOURCE_UNSURE)) {
            choices.add(new Choice("Trust this source again", words("trust-source")));
        }
        return new Control.Overflow("more", choices);
    }

    private String words(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command, incident.id().toString()));
        words.addAll(List.of(more));
        words.add(assume);
        return String.join(" ", words);
    }
}
