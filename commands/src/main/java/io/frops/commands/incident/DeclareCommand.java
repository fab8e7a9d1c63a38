package io.frops.commands.incident;

import io.frops.commands.say.Counts;
import io.frops.core.access.Role;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.chat.Text;
import io.frops.core.failure.Redaction;
import io.frops.core.incident.Incident;
import io.frops.core.incident.Severity;
import io.frops.core.notify.Routes;
import io.frops.core.platform.Service;
import io.frops.core.platform.ServiceName;
import io.frops.core.platform.Services;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens an incident that no alert has told of.
final class DeclareCommand implements SlashCommand<DeclareArguments> {
    private final Desk desk;
    private final Routes routes;

    DeclareCommand(Desk desk, Routes routes) {
        this.desk = desk;
        this.routes = routes;
    }

    @Override
    public String name() {
        return "declare";
    }

    @Override
    public String summary() {
        return "Open an incident that no alert has told of";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "declare SEV2 \"users cannot log in\"",
                "declare SEV3 \"slow search\" --service=rag-engine");
    }

    @Override
    public Spec spec() {
        return Spec.change(Role.RESPONDER);
    }

    @Override
    public DeclareArguments arguments() {
        return new DeclareArguments();
    }

    @Override
    public Outcome run(DeclareArguments arguments, Invocation invocation) {
        Optional<Severity> severity = Severity.read(arguments.severity());
        String text = Redaction.of(arguments.text());
        boolean wrong = severity.isEmpty() && !arguments.severity().isEmpty();
        if (!wrong && (severity.isEmpty() || text.isEmpty())) {
            return missing(arguments, invocation);
        }
        if (severity.isEmpty()) {
            return desk.usage(
                    "\""
                            + Counts.clipped(arguments.severity(), 40)
                            + "\" is not a severity: begin with SEV1, SEV2, SEV3 or SEV4.");
        }
        if (text.length() > Forms.LONGEST_SUMMARY) {
            return desk.usage(
                    "The text has "
                            + text.length()
                            + " characters; write at most "
                            + Forms.LONGEST_SUMMARY
                            + ", the rest as a note.");
        }
        return withService(severity.get(), text, arguments.service, invocation);
    }

    private Outcome missing(DeclareArguments arguments, Invocation invocation) {
        return invocation.form()
                ? new Outcome.Ask(Forms.declare(arguments.severity(), arguments.text(), services()))
                : desk.usage("Say how bad it is and what is wrong.");
    }

    private Outcome withService(
            Severity severity, String text, @Nullable String named, Invocation invocation) {
        if (named == null || named.isBlank()) {
            return declare(severity, text, Services.NONE, invocation);
        }
        return services()
                .find(named)
                .map(Service::name)
                .map(ServiceName::value)
                .map(service -> declare(severity, text, service, invocation))
                .orElseGet(() -> desk.usage(noService(named)));
    }

    private Outcome declare(Severity severity, String text, String service, Invocation invocation) {
        return desk.incidents()
                .declare(
                        invocation.id(),
                        invocation.caller(),
                        severity,
                        service,
                        text,
                        invocation.withdrawn())
                .map(declared -> declared(declared.state()))
                .orElseGet(desk::withdrawn);
    }

    private Outcome declared(Incident declared) {
        String channel = routes.channel(declared.subject().service(), declared.severity());
        return desk.done(
                declared,
                Text.of("Declared ")
                        .strong(declared.id() + " " + declared.severity())
                        .plain(": " + declared.subject().summary())
                        .plain(". Its card goes to " + channel + "."));
    }

    private String noService(String named) {
        List<String> names = services().all().stream().map(s -> s.name().value()).toList();
        String known =
                names.isEmpty()
                        ? "None is configured under services:."
                        : "There are " + Counts.list(names) + ".";
        return "There is no service \"" + Counts.clipped(named, 60) + "\". " + known;
    }

    private Services services() {
        return desk.context().services();
    }
}
