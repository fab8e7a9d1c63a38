package io.frops.app.settings;

import io.frops.core.alert.LabelMatcher;
import io.frops.core.incident.Severity;
import io.frops.core.incident.SeverityRules;
import io.frops.core.settings.Default;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How bad an alert is.
///
/// @param exactLabel the label that says SEV1 to SEV4 itself, and wins over all else
/// @param label the label whose words `mapping` translates
/// @param unmapped what an alert without a known word is, shown with a badge
/// @param rules the first that fits wins over the mapping
public record SeveritySettings(
        @Default("sev") String exactLabel,
        @Default("severity") String label,
        @Default("{critical: SEV2, warning: SEV3, info: SEV4}") Map<String, Severity> mapping,
        @Default("SEV3") Severity unmapped,
        List<Rule> rules) {
    public SeveritySettings {
        mapping = Map.copyOf(mapping);
        rules = List.copyOf(rules);
        if (mapping.containsValue(Severity.SEV1) || unmapped == Severity.SEV1) {
            throw new IllegalArgumentException(
                    "mapping: a word alone never makes a SEV1. Write SEV2, or a rule under severity.rules that says when"
                            + " it is SEV1");
        }
    }

    /// The same as the domain knows it.
    public SeverityRules severityRules() {
        Map<String, Severity> words = new HashMap<>();
        mapping.forEach((word, severity) -> words.put(word.toLowerCase(Locale.ROOT), severity));
        return new SeverityRules(
                exactLabel, label, words, unmapped, rules.stream().map(Rule::rule).toList());
    }

    /// A severity for the alerts that have all of these labels.
    public record Rule(Map<String, String> matchers, Severity severity) {
        public Rule {
            matchers = Map.copyOf(matchers);
            if (matchers.isEmpty()) {
                throw new IllegalArgumentException(
                        "matchers: would match every alert. Write for example {service: backend, alertname: DataLoss}");
            }
        }

        private SeverityRules.Rule rule() {
            return new SeverityRules.Rule(
                    matchers.entrySet().stream()
                            .map(label -> new LabelMatcher(label.getKey(), label.getValue()))
                            .toList(),
                    severity);
        }
    }
}
