package io.frops.core.incident;

import io.frops.core.alert.Alert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// How many alerts an incident can hold. Sizes are bytes as a store may need them at most: what all
/// alerts say alike counts once, and per alert what differs.
final class Room {
    /// A document of MongoDB holds 16 MiB, and ours 12 MB. The rest is for events and for the keys
    /// of what fires at the end.
    private static final int MOST = 9_500_000;

    /// What one event holds, so that it fits on a page of 8 MB.
    private static final int MOST_EVENT = 7_500_000;

    /// Key, severity, status, times, and what joins them.
    private static final int EACH = 260;

    private static final int FIELD = 10;

    /// What tells labels and annotations apart.
    private static final int PREFIX = 1;

    private static final String ESCAPES = "%.$\0";

    /// What a name needs more that is escaped.
    private static final int ESCAPED = 2;

    private static final int ASCII = 0x80;
    private static final int WIDEST = 3;

    private Room() {}

    /// What of a report fits beside what is known.
    ///
    /// @param surplus how many firing alerts do not
    record Fit(List<GradedAlert> alerts, int surplus) {}

    /// The worst come first; what is known stays known. Ends that find no room are of alerts that
    /// nobody was told of.
    static Fit fit(Alerts known, List<GradedAlert> told) {
        if (known.weight() + weight(told) <= MOST) {
            return new Fit(told, 0);
        }
        Set<String> alike = alike(known, told);
        long taken = 0;
        for (TrackedAlert alert : known.all()) {
            taken += size(texts(alert), alike);
        }
        Map<GradedAlert, Long> sizes = new HashMap<>();
        for (GradedAlert alert : told) {
            TrackedAlert before = known.get(alert.alert().key());
            long more =
                    size(texts(alert), alike) - (before == null ? 0 : size(texts(before), alike));
            sizes.put(alert, Math.max(0, more));
        }
        long all = sizes.values().stream().mapToLong(Long::longValue).sum();
        return taken + all <= MOST ? new Fit(told, 0) : some(told, sizes, MOST - taken);
    }

    private static Fit some(List<GradedAlert> told, Map<GradedAlert, Long> sizes, long room) {
        Set<GradedAlert> fitting = new HashSet<>();
        long left = room;
        for (GradedAlert alert : worstFirst(told)) {
            long size = Objects.requireNonNull(sizes.get(alert));
            if (size <= left) {
                fitting.add(alert);
                left -= size;
            }
        }
        List<GradedAlert> kept = told.stream().filter(fitting::contains).toList();
        long surplus =
                told.stream().filter(a -> a.alert().firing() && !fitting.contains(a)).count();
        return new Fit(kept, (int) surplus);
    }

    /// The alerts in as many parts as events are needed to hold them; nearly always one.
    static List<List<GradedAlert>> parts(List<GradedAlert> alerts) {
        if (weight(alerts) <= MOST_EVENT) {
            return List.of(alerts);
        }
        Set<String> alike = alike(Alerts.NONE, alerts);
        List<List<GradedAlert>> parts = new ArrayList<>();
        int from = 0;
        long size = 0;
        for (int i = 0; i < alerts.size(); i++) {
            long more = size(texts(alerts.get(i)), alike);
            if (i > from && size + more > MOST_EVENT) {
                parts.add(alerts.subList(from, i));
                from = i;
                size = 0;
            }
            size += more;
        }
        parts.add(alerts.subList(from, alerts.size()));
        return parts;
    }

    private static List<GradedAlert> worstFirst(List<GradedAlert> told) {
        return told.stream()
                .sorted(
                        Comparator.comparing((GradedAlert a) -> !a.alert().firing())
                                .thenComparing(GradedAlert::severity)
                                .thenComparing(a -> a.alert().key()))
                .toList();
    }

    /// The texts that every alert has.
    private static Set<String> alike(Alerts known, List<GradedAlert> told) {
        Stream<Map<String, String>> all =
                Stream.concat(
                        known.all().stream().map(Room::texts), told.stream().map(Room::texts));
        List<Map<String, String>> each = all.toList();
        if (each.size() < 2) {
            return Set.of();
        }
        Map<String, String> common = new HashMap<>(each.getFirst());
        each.forEach(texts ->
                common.entrySet().removeIf(e -> !e.getValue().equals(texts.get(e.getKey()))));
        return Set.copyOf(common.keySet());
    }

    /// What an alert needs if it shares nothing with others. Never too little, and quickly known:
    /// most incidents are so small that nothing else has to be looked at.
    static long weight(TrackedAlert alert) {
        return weight(alert.labels(), alert.annotations(), alert.generatorUrl(), alert.service());
    }

    private static long weight(List<GradedAlert> alerts) {
        long sum = 0;
        for (GradedAlert graded : alerts) {
            Alert alert = graded.alert();
            sum +=
                    weight(
                            alert.labels(),
                            alert.annotations(),
                            alert.generatorUrl(),
                            graded.service());
        }
        return sum;
    }

    private static long weight(
            Map<String, String> labels,
            Map<String, String> annotations,
            String url,
            String service) {
        return EACH
                + weight(labels)
                + weight(annotations)
                + text("url", url)
                + text("service", service);
    }

    private static long weight(Map<String, String> texts) {
        long sum = 0;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            sum += PREFIX + text(text.getKey(), text.getValue());
        }
        return sum;
    }

    private static Map<String, String> texts(GradedAlert graded) {
        Alert alert = graded.alert();
        return texts(alert.labels(), alert.annotations(), alert.generatorUrl(), graded.service());
    }

    private static Map<String, String> texts(TrackedAlert alert) {
        return texts(alert.labels(), alert.annotations(), alert.generatorUrl(), alert.service());
    }

    private static Map<String, String> texts(
            Map<String, String> labels,
            Map<String, String> annotations,
            String url,
            String service) {
        Map<String, String> texts = new HashMap<>();
        labels.forEach((name, value) -> texts.put("l" + name, value));
        annotations.forEach((name, value) -> texts.put("a" + name, value));
        texts.put("url", url);
        texts.put("service", service);
        return texts;
    }

    private static long size(Map<String, String> texts, Set<String> alike) {
        long size = EACH;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            if (!alike.contains(text.getKey())) {
                size += text(text.getKey(), text.getValue());
            }
        }
        return size;
    }

    private static long text(String name, String value) {
        return FIELD + name(name) + utf8(value);
    }

    private static long name(String name) {
        boolean escaped = false;
        for (int i = 0; i < name.length(); i++) {
            escaped |= ESCAPES.indexOf(name.charAt(i)) >= 0;
        }
        return utf8(name) + (escaped ? ESCAPED * (long) name.length() : 0);
    }

    private static long utf8(String text) {
        long wide = 0;
        for (int i = 0; i < text.length(); i++) {
            wide += text.charAt(i) >= ASCII ? 1 : 0;
        }
        return text.length() + (WIDEST - 1) * wide;
    }
}
