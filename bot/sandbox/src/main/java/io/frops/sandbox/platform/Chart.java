package io.frops.sandbox.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A line over the last half hour as SVG, with the alert's threshold.
///
/// @param threshold drawn dashed; none when 0
record Chart(
        String title, String unit, double threshold, int digits, ToDoubleFunction<Figures> value) {
    private static final Duration SPAN = Duration.ofMinutes(30);
    private static final int STEPS = 120;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 150;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    String svg(SampleService service, History history, Instant now) {
        double[] values = values(service, history, now);
        double top = top(values);
        return """
        <figure><figcaption>%1$s <b>%2$s</b></figcaption>
        <svg viewBox="-20 0 720 190" role="img" aria-label="%1$s over the last 30 minutes">
        <g class="grid"><path d="M50 10V160H690M50 85H690M50 10H690"/></g>
        <g class="scale"><text x="44" y="14">%3$s</text><text x="44" y="89">%4$s</text><text x="44" y="163">0</text>
        <text x="76" y="180">%5$s</text><text x="690" y="180">%6$s UTC</text></g>
        %7$s<polyline class="line" points="%8$s"/></svg></figure>
        """
                .formatted(
                        title,
                        shown(values[STEPS - 1]),
                        shown(top),
                        shown(top / 2),
                        CLOCK.format(now.minus(SPAN)),
                        CLOCK.format(now),
                        limit(top),
                        points(values, top));
    }

    private double[] values(SampleService service, History history, Instant now) {
        return IntStream.range(0, STEPS)
                .mapToObj(i -> now.minus(SPAN.multipliedBy(STEPS - 1L - i).dividedBy(STEPS - 1L)))
                .mapToDouble(t -> value.applyAsDouble(Figures.of(service, history.wasBroken(t), t)))
                .toArray();
    }

    private double top(double[] values) {
        double most = IntStream.range(0, STEPS).mapToDouble(i -> values[i]).max().orElse(1);
        return Math.max(Math.max(most, threshold) * 1.15, 1e-6);
    }

    private String limit(double top) {
        if (threshold == 0) {
            return "";
        }
        double y = 160 - threshold / top * HEIGHT;
        return String.format(Locale.ROOT, "<path class=\"limit\" d=\"M50 %.1fH690\"/>", y);
    }

    private static String points(double[] values, double top) {
        return IntStream.range(0, STEPS)
                .mapToObj(i ->
                        String.format(
                                Locale.ROOT,
                                "%.1f,%.1f",
                                50 + (double) WIDTH * i / (STEPS - 1),
                                160 - values[i] / top * HEIGHT))
                .collect(Collectors.joining(" "));
    }

    private String shown(double number) {
        return String.format(Locale.ROOT, "%." + digits + "f", number) + unit;
    }
}
