package io.frops.commands.incident;

import io.frops.core.access.Role;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.chat.Text;
import io.frops.core.failure.Redaction;
import io.frops.core.incident.Change;
import io.frops.core.incident.StoredIncident;
import java.util.List;

/// Writes into an incident's timeline, also after its end.
final class NoteCommand implements SlashCommand<TextArguments> {
    private final Desk desk;

    NoteCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "note";
    }

    @Override
    public String summary() {
        return "Write something into an incident's thread and timeline";
    }

    @Override
    public List<String> examples() {
        return List.of("note INC-42 \"restarted the primary\"");
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
            case Found.It(var incident) ->
                    note(incident, Redaction.of(arguments.text()), invocation);
        };
    }

    private Outcome note(StoredIncident incident, String text, Invocation invocation) {
        if (text.isEmpty()) {
            return invocation.form()
                    ? new Outcome.Ask(Forms.note(incident.state()))
                    : desk.usage("What shall the note say?");
        }
        if (text.length() > Forms.LONGEST_NOTE) {
            return desk.usage(
                    "The note has "
                            + text.length()
                            + " characters; write at most "
                            + Forms.LONGEST_NOTE
                            + ", or several notes.");
        }
        return desk.change(
                invocation,
                incident.id(),
                new Change.Note(invocation.caller(), text),
                after -> Text.of("Noted in " + after.id() + ": " + text));
    }
}
