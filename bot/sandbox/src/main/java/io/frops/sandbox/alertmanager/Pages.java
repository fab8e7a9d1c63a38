package io.frops.sandbox.alertmanager;

import java.time.Instant;
import java.util.stream.Collectors;

/// The pages behind links: alerts and silences at `/` (links such as `/#/alerts` open there), and
/// what stands for Prometheus' graph.
record Pages(Engine engine) {
    private static final String HEAD =
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%s</title><style>
            body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#222}
            table{border-collapse:collapse;width:100%%}td,th{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}
            code{background:#f3f3f3;padding:.1rem .3rem;border-radius:3px;overflow-wrap:anywhere}
            .active{color:#b00020}.suppressed,.expired,.pending{color:#777}
            </style></head><body><p><a href="/#/alerts">Alerts</a> · <a href="/#/silences">Silences</a></p>
            """;

    Reply overview(Call call) {
        return engine.look(s -> {
            String alerts = s.firing().stream().map(a -> row(s, a)).collect(Collectors.joining());
            String silences =
                    s.holdings().silences().stream()
                            .map(silence -> row(silence, s.now()))
                            .collect(Collectors.joining());
            return Reply.html(
                    HEAD.formatted("Alertmanager (simulated)")
                            + "<h1>Alertmanager (simulated)</h1>"
                            + section("/alerts", "Alerts", "State", "Labels", "Since", alerts)
                            + section("/silences", "Silences", "State", "Matchers", "By", silences)
                            + "</body></html>");
        });
    }

    private static String section(
            String id, String title, String first, String second, String third, String rows) {
        String table =
                "<table><tr><th>%s</th><th>%s</th><th>%s</th></tr>%s</table>"
                        .formatted(first, second, third, rows);
        return "<h2 id=\"%s\">%s</h2>%s"
                .formatted(id, title, rows.isEmpty() ? "<p>None.</p>" : table);
    }

    private static String row(Engine.Snapshot s, StoredAlert alert) {
        String state = s.muting(alert).state();
        return "<tr><td class=\"%s\">%s</td><td><code>%s</code><br>%s</td><td>%s</td></tr>"
                .formatted(
                        state,
                        state,
                        escaped(Labels.quoted(alert.labels())),
                        escaped(alert.annotations().getOrDefault("summary", "")),
                        Times.millis(alert.startsAt()));
    }

    private static String row(StoredSilence silence, Instant now) {
        String state = silence.state(now);
        String matchers =
                silence.matchers().stream()
                        .map(m ->
                                m.name()
                                        + (m.equal() ? "=" : "!")
                                        + (m.regex() ? "~" : m.equal() ? "" : "=")
                                        + Labels.quoted(m.value()))
                        .collect(Collectors.joining(", "));
        return ("<tr><td class=\"%s\">%s until %s</td><td><code>%s</code><br>%s</td>"
                        + "<td>%s</td></tr>")
                .formatted(
                        state,
                        state,
                        Times.millis(silence.endsAt()),
                        escaped(matchers),
                        escaped(silence.comment()),
                        escaped(silence.createdBy()));
    }

    /// The page of an alert's `generatorURL`.
    Reply graph(Call call) {
        String expression = call.one("g0.expr").orElse("");
        return Reply.html(
                HEAD.formatted("Prometheus (simulated)")
                        + "<h1>Prometheus (simulated)</h1><p>The rule behind the alert:</p><p><code>"
                        + escaped(expression.isEmpty() ? "no expression was given" : expression)
                        + "</code></p><p>The real one draws a graph here. This one evaluates nothing:"
                        + " its alerts follow what is broken and mended in the sandbox.</p></body></html>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
