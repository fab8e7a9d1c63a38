package io.frops.commands.incident;

import io.frops.commands.say.Times;
import io.frops.core.access.Role;
import io.frops.core.alert.AlertSource;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.chat.Control;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.chat.Text;
import io.frops.core.chat.Words;
import io.frops.core.failure.Redaction;
import io.frops.core.incident.Incident;
import io.frops.core.incident.StoredIncident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Mutes an incident's alerts at their source for a while, after showing what that would mute.
final class SilenceCommand implements SlashCommand<SilenceArguments> {
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Desk desk;
    private final Silencing silencing;

    SilenceCommand(Desk desk, Silencing silencing) {
        this.desk = desk;
        this.silencing = silencing;
    }

    @Override
    public String name() {
        return "silence";
    }

    @Override
    public String summary() {
        return "Mute an incident's alerts in Alertmanager for a while; shows first what it would mute";
    }

    @Override
    public List<String> examples() {
        return List.of("silence INC-42 --for=1h --reason=\"known, fix is rolling out\"");
    }

    @Override
    public Spec spec() {
        return Spec.change(Role.OPERATOR);
    }

    @Override
    public SilenceArguments arguments() {
        return new SilenceArguments();
    }

    @Override
    public Outcome run(SilenceArguments arguments, Invocation invocation) {
        return switch (desk.find(arguments.id(), invocation)) {
            case Found.Not(var outcome) -> outcome;
            case Found.It(var incident) -> checked(incident, arguments, invocation);
        };
    }

    private Outcome checked(
            StoredIncident incident, SilenceArguments arguments, Invocation invocation) {
        if (incident.remembers(invocation.id())) {
            return desk.done(incident.state(), silencing.said(incident.state()));
        }
        Optional<Outcome> obstacle = silencing.obstacle(incident);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        String reason = Redaction.of(arguments.reason());
        if (arguments.length.isBlank() || reason.isEmpty()) {
            return invocation.form()
                    ? new Outcome.Ask(Forms.silence(incident.state()))
                    : desk.usage("Say for how long, and why.");
        }
        Optional<Duration> length = Times.read(arguments.length).filter(SilenceCommand::allowed);
        if (length.isEmpty()) {
            return desk.usage(
                    "--for takes 5 minutes to 7 days, written like 30m, 1h, 2h30m or 1d.");
        }
        if (reason.length() > Forms.LONGEST_REASON) {
            return desk.usage(
                    "Write the reason in at most " + Forms.LONGEST_REASON + " characters.");
        }
        return invocation.confirmed()
                ? silencing.silence(incident, length.get(), reason, invocation)
                : preview(incident.state(), length.get(), reason, arguments.length);
    }

    private static boolean allowed(Duration length) {
        return length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0;
    }

    private Outcome preview(Incident incident, Duration length, String reason, String written) {
        List<LabelMatcher> matchers = Mute.matchers(incident);
        AlertSource source = silencing.source(incident).orElseThrow();
        Instant until = desk.clock().instant().plus(length);
        Text text = SilencePreview.of(incident, matchers, source.wouldMute(matchers), until);
        String yes =
                Words.join(
                        List.of(
                                name(),
                                incident.id().toString(),
                                "--for=" + written,
                                "--reason=" + reason,
                                "--yes"));
        return new Outcome.Confirmation(
                desk.about(incident, text),
                Control.Button.danger("silence", "Silence for " + Times.words(length), yes));
    }
}
