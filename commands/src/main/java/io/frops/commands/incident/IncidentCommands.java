package io.frops.commands.incident;

import io.frops.core.alert.AlertSource;
import io.frops.core.chat.SlashCommand;
import io.frops.core.notify.CardDesk;
import io.frops.core.notify.Routes;
import java.util.List;

/// Everything that can be said of incidents.
public final class IncidentCommands {
    private IncidentCommands() {}

    /// @param sources those that can be asked to silence
    /// @param cards where an incident's own card is asked for
    public static List<SlashCommand<?>> all(
            Desk desk, CardDesk cards, Routes routes, List<? extends AlertSource> sources) {
        Silencing silencing = new Silencing(desk, sources);
        return List.of(
                new IncidentsCommand(desk),
                new IncidentCommand(desk),
                new WhyCommand(desk, routes),
                new DeclareCommand(desk, routes),
                new AckCommand(desk),
                new EscalateCommand(desk),
                new SeverityCommand(desk),
                new NoteCommand(desk),
                new MitigateCommand(desk),
                new ResolveCommand(desk),
                new ReopenCommand(desk),
                new SilenceCommand(desk, silencing),
                new UnsilenceCommand(desk, silencing),
                new DuplicateCommand(desk),
                new CardCommand(desk, cards, routes),
                new TrustSourceCommand(desk));
    }
}
