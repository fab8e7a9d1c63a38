package io.frops.app.doctor;

import io.frops.app.cli.Exit;
import io.frops.app.cli.Section;
import io.frops.app.cli.Subcommand;
import io.frops.app.cli.Terminal;
import io.frops.app.observe.Logging;
import io.frops.app.settings.Settings;
import io.frops.app.settings.SettingsFile;
import io.frops.config.Outcome;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `frops doctor`: does every configured system answer as the bot needs it?
public final class DoctorCommand implements Subcommand {
    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String summary() {
        return "Try every configured system: what works, what does not, what to do";
    }

    @Override
    public String usage() {
        return """
        Usage: ./frops doctor [--config FILE] [--json] [--send-test]

        Reads the settings, then tries Slack, the store, each Alertmanager, Kubernetes and the
        services' health addresses, all side by side, and prints what it saw with a remedy for each
        trouble. It changes nothing, and the bot need not run.

          --config FILE   the settings (default: $FROPS_CONFIG, else config/frops.yaml)
          --json          the same as JSON
          --send-test     also sends one marked alert through the whole chain, waits for its card in
                          Slack, and ends the alert again; for this the bot must run

        Exits with 0 when nothing fails (warnings or not), 1 when a system fails, 2 on wrong usage,
        78 when the settings have mistakes.

        Example: ./frops doctor --send-test
        """;
    }

    @Override
    public Section section() {
        return Section.RUN;
    }

    @Override
    public Exit run(List<String> arguments, Terminal terminal) {
        Optional<DoctorOptions> options = DoctorOptions.of(arguments, terminal.environment());
        if (options.isEmpty()) {
            terminal.err().println(usage().strip());
            return Exit.USAGE;
        }
        return switch (SettingsFile.load(options.get().config(), terminal.environment())) {
            case Outcome.Broken<Settings>(var mistakes) -> {
                mistakes.forEach(m -> terminal.err().println(m.render()));
                yield Exit.BAD_CONFIGURATION;
            }
            case Outcome.Loaded<Settings>(var settings, var warnings) -> {
                warnings.forEach(m -> terminal.err().println(m.render()));
                yield examine(settings, options.get(), terminal);
            }
        };
    }

    private static Exit examine(Settings settings, DoctorOptions options, Terminal terminal) {
        // What libraries log would stand between the rows; the rows say it better.
        Logging.to(OutputStream.nullOutputStream(), settings.logging().service(), "error");
        Doctor doctor = new Doctor(settings, terminal);
        List<Finding> findings = new ArrayList<>(doctor.examine());
        if (options.sendTest()) {
            findings.addAll(doctor.sendTest(findings));
        }
        terminal.out().print(options.json() ? Report.json(findings) : Report.table(findings));
        return findings.stream().anyMatch(Finding::failed) ? Exit.FAILED : Exit.DONE;
    }
}
