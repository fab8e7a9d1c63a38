package io.frops.core.incident;

import io.frops.core.alert.Alert;
import io.frops.core.alert.LabelMatcher;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What makes an alert how severe: its label `sev`, else the first rule that fits, else its label
/// `severity` through the mapping, else SEV3 with a badge. SEV1 comes only from `sev`, a rule or a
/// person.
///
/// @param exactLabel says SEV1 to SEV4 itself: `sev`
/// @param label its words are translated by `mapping`: `severity`
/// @param mapping words in lower case
/// @param unmapped what an alert without a known word is
public record SeverityRules(
        String exactLabel,
        String label,
        Map<String, Severity> mapping,
        Severity unmapped,
        List<Rule> rules) {
    private static final int LONGEST = 60;

    /// All matchers must fit.
    public record Rule(List<LabelMatcher> matchers, Severity severity) {
        public Rule {
            matchers = List.copyOf(matchers);
            if (matchers.isEmpty()) {
                throw new IllegalArgumentException(
                        "a severity rule needs a label to match, else it would take every alert");
            }
        }

        String words() {
            return matchers.stream()
                    .map(m -> m.name() + "=" + m.value())
                    .sorted()
                    .collect(Collectors.joining(", "));
        }

        boolean fits(Alert alert) {
            return matchers.stream().allMatch(m -> m.matches(alert.labels()));
        }
    }

    /// A severity with what it rests on.
    ///
    /// @param because the same for people: the label with its value, or the rule
    public record Graded(Severity severity, Basis basis, String because) {}

    public SeverityRules {
        mapping = Map.copyOf(mapping);
        rules = List.copyOf(rules);
        if (mapping.containsValue(Severity.SEV1)) {
            throw new IllegalArgumentException(
                    "the severity label cannot give SEV1: use the label sev or a rule");
        }
    }

    /// critical is SEV2, warning SEV3, info SEV4.
    public static SeverityRules defaults() {
        return new SeverityRules(
                "sev",
                "severity",
                Map.of("critical", Severity.SEV2, "warning", Severity.SEV3, "info", Severity.SEV4),
                Severity.SEV3,
                List.of());
    }

    public Graded of(Alert alert) {
        Optional<Severity> sev = Severity.read(alert.label(exactLabel));
        if (sev.isPresent()) {
            return new Graded(sev.get(), Basis.SEV_LABEL, labelled(alert, exactLabel));
        }
        Optional<Rule> rule = rules.stream().filter(r -> r.fits(alert)).findFirst();
        if (rule.isPresent()) {
            return new Graded(rule.get().severity(), Basis.RULE, "rule " + rule.get().words());
        }
        Severity mapped = mapping.get(alert.label(label).toLowerCase(Locale.ROOT));
        return mapped == null
                ? new Graded(unmapped, Basis.UNMAPPED, strange(alert))
                : new Graded(mapped, Basis.SEVERITY_LABEL, labelled(alert, label));
    }

    private String strange(Alert alert) {
        return alert.label(label).isBlank()
                ? "no label " + exactLabel + " or " + label
                : labelled(alert, label) + ", which the mapping does not have";
    }

    private static String labelled(Alert alert, String name) {
        String value = alert.label(name);
        return "label "
                + name
                + "="
                + (value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…");
    }
}
