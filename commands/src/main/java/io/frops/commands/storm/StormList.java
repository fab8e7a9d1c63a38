package io.frops.commands.storm;

import io.frops.core.failure.Redaction;
import io.frops.core.notify.Storm;
import io.frops.core.notify.StormMember;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All incidents of a storm as CSV (RFC 4180), the worst first. Pure.
public final class StormList {
    private static final String FORMULA = "=+-@\t\r";

    private StormList() {}

    public static String of(Storm storm) {
        return Stream.concat(
                        Stream.of("id,severity,state,service,summary,since_utc,own_card"),
                        storm.members().stream().map(StormList::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(StormMember member) {
        return List.of(
                        member.id().toString(),
                        member.severity().toString(),
                        member.stage().word(),
                        member.service(),
                        member.summary(),
                        member.openedAt().toString(),
                        member.own() ? "yes" : "no")
                .stream()
                .map(StormList::cell)
                .collect(Collectors.joining(","));
    }

    /// A cell that begins like a formula would be run by a spreadsheet: it gets a quote in front.
    private static String cell(String value) {
        String clean = Redaction.of(value);
        if (!clean.isEmpty() && FORMULA.indexOf(clean.charAt(0)) >= 0) {
            clean = "'" + clean;
        }
        boolean plain =
                clean.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? clean : "\"" + clean.replace("\"", "\"\"") + "\"";
    }
}
