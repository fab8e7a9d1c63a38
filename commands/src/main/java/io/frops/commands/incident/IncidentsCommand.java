package io.frops.commands.incident;

import io.frops.commands.say.NoArguments;
import io.frops.core.access.Role;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.incident.Lagging;
import io.frops.core.incident.StoredIncident;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lists what is open.
final class IncidentsCommand implements SlashCommand<NoArguments> {
    /// So many are told to programs; all that are open are counted.
    private static final int MOST = 200;

    private final Desk desk;

    IncidentsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "incidents";
    }

    @Override
    public String summary() {
        return "List the open incidents, worst first";
    }

    @Override
    public List<String> examples() {
        return List.of("incidents");
    }

    @Override
    public Spec spec() {
        return Spec.read(Role.VIEWER);
    }

    @Override
    public NoArguments arguments() {
        return new NoArguments();
    }

    @Override
    public Outcome run(NoArguments arguments, Invocation invocation) {
        List<Lagging> open = desk.open();
        Optional<StoredIncident> last =
                open.isEmpty()
                        ? desk.incidents().store().closed(1).stream().findFirst()
                        : Optional.empty();
        List<StoredIncident> worst = desk.whole(open, MOST);
        var text = IncidentList.of(open, worst, last, desk.clock().instant());
        var data = worst.stream().map(s -> IncidentData.of(s.state())).toList();
        return new Outcome.Done(
                desk.say().caller(text).with(Map.of("incidents", data, "total", open.size())));
    }
}
