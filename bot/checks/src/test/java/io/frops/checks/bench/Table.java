package io.frops.checks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What came out: one row a target, and rows that only tell.
final class Table {
    private record Row(String what, String figure, String target, String verdict) {}

    private final List<Row> rows = new ArrayList<>();
    private boolean failed;

    /// @param figure what was measured
    /// @param least the least that passes
    void atLeast(String what, double figure, double least, String more) {
        row(what, "%.2fx %s".formatted(figure, more), ">= %.2fx".formatted(least), figure >= least);
    }

    void atMost(String what, double figure, double most, String unit, String more) {
        row(
                what,
                "%.1f %s %s".formatted(figure, unit, more),
                "<= %.1f %s".formatted(most, unit),
                figure <= most);
    }

    void row(String what, String figure, String target, boolean passed) {
        failed |= !passed;
        rows.add(new Row(what, figure.strip(), target, passed ? "PASS" : "FAIL"));
        System.out.println("bench: " + what + ": " + figure + (passed ? "" : "  FAIL"));
    }

    void tell(String what, String figure) {
        rows.add(new Row(what, figure, "", ""));
        System.out.println("bench: " + what + ": " + figure);
    }

    boolean failed() {
        return failed;
    }

    String render() {
        int what = width(rows.stream().map(Row::what).toList());
        int figure = width(rows.stream().map(Row::figure).toList());
        int target = width(rows.stream().map(Row::target).toList());
        String form = "| %-" + what + "s | %-" + figure + "s | %-" + target + "s | %-4s |";
        return rows.stream()
                .map(r ->
                        String.format(Locale.ROOT, form, r.what, r.figure, r.target, r.verdict)
                                .strip())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static int width(List<String> texts) {
        return Math.max(1, texts.stream().mapToInt(String::length).max().orElse(1));
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, render());
    }
}
