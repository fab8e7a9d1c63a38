package io.frops.app.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.app.doctor.Finding.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The findings as people and as scripts read them. Pure.
final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Wide enough for a sentence, narrow enough for a terminal beside another window.
    private static final int WIDTH = 100;

    private static final int LONGEST_SYSTEM = 30;

    private Report() {}

    static String table(List<Finding> findings) {
        int system =
                Math.min(
                        LONGEST_SYSTEM,
                        findings.stream().mapToInt(f -> f.system().length()).max().orElse(0));
        StringBuilder out = new StringBuilder();
        row(out, "VERDICT", pad("SYSTEM", system), "SEEN, AND -> WHAT TO DO");
        String indent = " ".repeat("VERDICT".length() + system + 4);
        for (Finding finding : findings) {
            List<String> lines = wrapped(finding.seen(), WIDTH - indent.length());
            if (!finding.remedy().isEmpty()) {
                List<String> remedy = wrapped(finding.remedy(), WIDTH - indent.length() - 3);
                lines.add("-> " + remedy.getFirst());
                remedy.stream().skip(1).forEach(line -> lines.add("   " + line));
            }
            row(
                    out,
                    pad(finding.verdict().word(), "VERDICT".length()),
                    pad(finding.system(), system),
                    lines.getFirst());
            lines.stream().skip(1).forEach(line -> out.append(indent).append(line).append('\n'));
        }
        return out.append('\n').append(sum(findings)).append('\n').toString();
    }

    static String json(List<Finding> findings) {
        ObjectNode root = JSON.createObjectNode();
        root.put("verdict", worst(findings).word());
        ArrayNode rows = root.putArray("findings");
        for (Finding finding : findings) {
            rows.addObject()
                    .put("system", finding.system())
                    .put("verdict", finding.verdict().word())
                    .put("seen", finding.seen())
                    .put("remedy", finding.remedy());
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts can always be written", e);
        }
    }

    private static Verdict worst(List<Finding> findings) {
        return findings.stream()
                .map(Finding::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.OK);
    }

    private static String sum(List<Finding> findings) {
        long failures = count(findings, Verdict.FAILS);
        long warnings = count(findings, Verdict.WARNING);
        String noted =
                warnings == 0 ? "" : ", " + warnings + (warnings == 1 ? " warning" : " warnings");
        return failures == 0
                ? "Nothing fails" + noted + "."
                : failures + (failures == 1 ? " failure" : " failures") + noted + ".";
    }

    private static long count(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(f -> f.verdict() == verdict).count();
    }

    private static void row(StringBuilder out, String verdict, String system, String text) {
        out.append(verdict).append("  ").append(system).append("  ").append(text).append('\n');
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    /// Broken between words; a word that is longer than a line stays whole, to be copied.
    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
