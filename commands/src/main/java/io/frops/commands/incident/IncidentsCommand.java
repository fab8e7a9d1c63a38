package io.frops.commands.incident;

import io.frops.commands.say.NoArguments;
import io.frops.core.access.Role;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.incident.Lagging;
import io.frops.core.incident.Listed;
import io.frops.core.incident.Lookup;
import io.frops.core.incident.ReadOnlyIncident;
import io.frops.core.incident.StoredIncident;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        Listed all = desk.incidents().store().listed();
        List<Lagging> open = Desk.open(all);
        List<StoredIncident> worst = new ArrayList<>();
        List<ReadOnlyIncident> readOnly = new ArrayList<>(all.readOnly());
        for (Lagging line : open.stream().limit(MOST).toList()) {
            switch (desk.incidents().look(line.id())) {
                case Lookup.Understood(var incident) -> worst.add(incident);
                case Lookup.ReadOnly(var incident) -> readOnly.add(incident);
                case Lookup.Absent _ -> {}
            }
        }
        Optional<StoredIncident> last =
                open.isEmpty()
                        ? desk.incidents().store().closed(1).stream().findFirst()
                        : Optional.empty();
        var text = IncidentList.of(open, worst, readOnly, last, desk.clock().instant());
        return new Outcome.Done(desk.say().caller(text).with(data(open.size(), worst, readOnly)));
    }

    private static Map<String, Object> data(
            int open, List<StoredIncident> worst, List<ReadOnlyIncident> readOnly) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("incidents", worst.stream().map(s -> IncidentData.of(s.state())).toList());
        data.put("total", open);
        if (!readOnly.isEmpty()) {
            data.put("readOnly", readOnly.stream().map(ReadOnlyView::data).toList());
        }
        return data;
    }
}
