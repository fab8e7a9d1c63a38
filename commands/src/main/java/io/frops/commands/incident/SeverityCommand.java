package io.frops.commands.incident;

import io.frops.core.access.Role;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.chat.Text;
import io.frops.core.incident.Change;
import io.frops.core.incident.Incident;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import java.util.List;
import java.util.Optional;

/// Sets an incident's severity.
final class SeverityCommand implements SlashCommand<SeverityArguments> {
    private final Desk desk;

    SeverityCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "severity";
    }

    @Override
    public String summary() {
        return "Set how bad an incident is, SEV1 (critical) to SEV4 (low)";
    }

    @Override
    public List<String> examples() {
        return List.of("severity INC-42 SEV1", "severity 42 3");
    }

    @Override
    public Spec spec() {
        return Spec.change(Role.RESPONDER);
    }

    @Override
    public SeverityArguments arguments() {
        return new SeverityArguments();
    }

    @Override
    public Outcome run(SeverityArguments arguments, Invocation invocation) {
        String word = arguments.severity();
        Optional<Severity> severity = word == null ? Optional.empty() : Severity.read(word);
        if (severity.isEmpty()) {
            return desk.usage("Which severity? SEV1, SEV2, SEV3 or SEV4.");
        }
        return switch (desk.find(arguments.id(), invocation)) {
            case Found.Not(var outcome) -> outcome;
            case Found.It(var incident) ->
                    set(incident, severity.get(), arguments.assume, invocation);
        };
    }

    private Outcome set(
            StoredIncident incident, Severity to, String assume, Invocation invocation) {
        Severity assumed = Assumed.read(assume).map(Assumed::severity).orElse(null);
        return desk.change(
                invocation,
                incident.id(),
                new Change.SetSeverity(invocation.caller(), to, assumed),
                SeverityCommand::said);
    }

    private static Text said(Incident after) {
        return Text.of(
                after.id() + " is " + after.severity() + " (" + after.severity().word() + ").");
    }
}
