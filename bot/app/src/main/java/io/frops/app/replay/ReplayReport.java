package io.frops.app.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.app.replay.Comparison.Row;
import io.frops.app.replay.Comparison.Total;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.ReadOnlyIncident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The comparison for people and for scripts: verdict first. Pure.
///
/// @param readOnly what a newer frops wrote, and so was not replayed
/// @param last the period, as it was asked for
record ReplayReport(
        Comparison comparison,
        List<ReadOnlyIncident> readOnly,
        String last,
        Function<Instant, String> moments) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_NAMED = 8;

    String verdict() {
        int all = comparison.replayed();
        int differing = comparison.rows().size();
        if (all == 0) {
            return "No incident in the last " + last + ": nothing to replay.";
        }
        String incidents = all == 1 ? "1 incident" : all + " incidents";
        if (differing == 0) {
            return "Nothing would differ: the "
                    + incidents
                    + " of the last "
                    + last
                    + (all == 1 ? " goes" : " go")
                    + " the same way.";
        }
        String named =
                comparison.rows().stream()
                        .limit(MOST_NAMED)
                        .map(r -> r.id().toString())
                        .collect(Collectors.joining(", "));
        String more = differing > MOST_NAMED ? " and " + (differing - MOST_NAMED) + " more" : "";
        return differing + " of " + incidents + " would differ: " + named + more + ".";
    }

    String text() {
        StringBuilder out = new StringBuilder(verdict()).append('\n');
        if (!comparison.rows().isEmpty()) {
            out.append('\n');
            comparison.rows().forEach(row -> row(out, row));
        }
        if (comparison.replayed() > 0) {
            totals(out);
        }
        out.append("\nWhat this cannot know\n");
        unknown().forEach(line -> out.append("- ").append(line).append('\n'));
        return out.toString();
    }

    private void row(StringBuilder out, Row row) {
        out.append(row.id()).append(", opened ").append(moments.apply(row.openedAt())).append('\n');
        row.differences().forEach(d -> out.append("    ").append(d).append('\n'));
    }

    private void totals(StringBuilder out) {
        out.append("\nCalls by person, before -> after (computed)\n");
        int width = comparison.totals().keySet().stream().mapToInt(String::length).max().orElse(0);
        if (width == 0) {
            out.append("    nobody is configured in either file\n");
        }
        for (Map.Entry<String, Total> person : comparison.totals().entrySet()) {
            Total total = person.getValue();
            out.append("    ")
                    .append(person.getKey())
                    .append(" ".repeat(width - person.getKey().length()))
                    .append("  ")
                    .append(total.before())
                    .append(" -> ")
                    .append(total.after())
                    .append('\n');
        }
    }

    private List<String> unknown() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Calls are computed from the ladder and from when somebody took each incident; nothing is sent yet.");
        lines.add(
                "What people did is taken as it was, though another card or call might have made them act otherwise.");
        lines.add(
                "Alerts are graded by their stored labels, from which secrets were removed; what a heartbeat matcher took, or a message that told nothing new, is not stored.");
        lines.add(
                "A source is taken as trusted: when its heartbeat was missing is not in the events.");
        if (!comparison.unread().isEmpty()) {
            lines.add(
                    "Not replayed, because their first events are not at hand: "
                            + comparison.unread().stream()
                                    .map(IncidentId::toString)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        if (!readOnly.isEmpty()) {
            lines.add(
                    "Not replayed, because a newer frops wrote them: "
                            + readOnly.stream()
                                    .map(ReadOnlyIncident::name)
                                    .collect(Collectors.joining(", "))
                            + ". Try it with that frops.");
        }
        return lines;
    }

    String json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("verdict", verdict())
                .put("replayed", comparison.replayed())
                .put("differing", comparison.rows().size());
        var incidents = root.putArray("incidents");
        for (Row row : comparison.rows()) {
            ObjectNode one = incidents.addObject();
            one.put("id", row.id().toString()).put("openedAt", row.openedAt().toString());
            row.differences().forEach(one.putArray("differences")::add);
        }
        var people = root.putArray("people");
        comparison
                .totals()
                .forEach((name, total) ->
                        people.addObject()
                                .put("name", name)
                                .put("before", total.before())
                                .put("after", total.after()));
        unknown().forEach(root.putArray("unknown")::add);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always written", e);
        }
    }
}
