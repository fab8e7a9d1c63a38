package io.frops.commands.incident;

import io.frops.commands.say.Say;
import io.frops.core.access.PersonId;
import io.frops.core.access.Role;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.chat.Text;
import io.frops.core.failure.Redaction;
import io.frops.core.incident.Change;
import io.frops.core.incident.Incident;
import io.frops.core.incident.StoredIncident;
import io.frops.core.oncall.Person;
import java.util.List;

/// Calls the next level's people to an incident.
final class EscalateCommand implements SlashCommand<TextArguments> {
    private final Desk desk;

    EscalateCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "escalate";
    }

    @Override
    public String summary() {
        return "Call the next level's people to an incident, with a reason";
    }

    @Override
    public List<String> examples() {
        return List.of("escalate INC-42 --reason=\"the primary does not come back\"");
    }

    @Override
    public Spec spec() {
        return Spec.change(Role.RESPONDER);
    }

    @Override
    public TextArguments arguments() {
        return new TextArguments();
    }

    @Override
    public Outcome run(TextArguments arguments, Invocation invocation) {
        return switch (desk.find(arguments.id(), invocation)) {
            case Found.Not(var outcome) -> outcome;
            case Found.It(var incident) -> escalate(incident, arguments, invocation);
        };
    }

    private Outcome escalate(
            StoredIncident incident, TextArguments arguments, Invocation invocation) {
        String reason = Redaction.of(arguments.text());
        Integer assumed = Assumed.read(arguments.assume).map(Assumed::level).orElse(null);
        if (reason.isEmpty()) {
            return invocation.form()
                    ? desk.refusal(
                                    incident,
                                    new Change.Escalate(invocation.caller(), "asked for", assumed))
                            .orElseGet(() ->
                                    new Outcome.Ask(
                                            Forms.escalate(incident.state(), arguments.assume)))
                    : desk.usage("Why? Those who are called read the reason first.");
        }
        if (reason.length() > Forms.LONGEST_REASON) {
            return desk.usage(
                    "The reason has "
                            + reason.length()
                            + " characters; write at most "
                            + Forms.LONGEST_REASON
                            + ", the rest as a note.");
        }
        return desk.change(
                invocation,
                incident.id(),
                new Change.Escalate(invocation.caller(), reason, assumed),
                this::said);
    }

    private Text said(Incident after) {
        int level = after.ladder().level();
        List<PersonId> people =
                desk.context().people().atLevel(level).stream().map(Person::id).toList();
        Text now = Text.of(after.id() + " is at " + Levels.name(level) + ". ");
        return people.isEmpty()
                ? Levels.nobody(level, now)
                : now.plain("Told in its thread: ").then(Say.mentions(people)).plain(".");
    }
}
