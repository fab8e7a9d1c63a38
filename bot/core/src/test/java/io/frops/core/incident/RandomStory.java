package io.frops.core.incident;

import io.frops.core.access.CommandId;
import io.frops.core.alert.Activity;
import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import io.frops.core.alert.Notification;
import io.frops.core.intake.IntakeWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// A random next thing that happens: a notification, a click, an absence, or time. For tests that
/// must hold whatever happens.
public final class RandomStory {
    private RandomStory() {}

    /// @return what happened, for whoever reads a failure
    public static String step(IntakeWorld world, Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> notify(world, random);
            case 4, 5, 6 -> click(world, random);
            case 7 -> presume(world, random);
            default -> {
                Duration by = Duration.ofSeconds((long) Math.pow(10, random.nextDouble() * 4));
                world.clock().advance(by);
                world.upkeep().run();
                yield "advance " + by;
            }
        };
    }

    private static String notify(IntakeWorld world, Random random) {
        List<Alert> alerts = new ArrayList<>();
        int group = random.nextInt(3);
        for (int i = 0; i <= random.nextInt(3); i++) {
            Instant start = Make.at(random.nextInt(3) * 600L);
            Alert alert = Make.alert("g" + group + "f" + random.nextInt(3), start);
            alerts.add(
                    random.nextInt(3) == 0 ? Make.resolved(alert, world.clock().instant()) : alert);
        }
        Activity.Answer[] answers = Activity.Answer.values();
        world.source().answerDoubtsWith(answers[random.nextInt(answers.length)]);
        Notification notification = world.notification(Map.of("alertname", "G" + group), alerts);
        world.intake().accept(notification);
        return "notify " + group + " " + alerts.stream().map(Alert::key).toList();
    }

    private static String click(IntakeWorld world, Random random) {
        IncidentId id = new IncidentId(1 + random.nextInt(4));
        IncidentId other = new IncidentId(1 + random.nextInt(4));
        Severity[] severities = Severity.values();
        Change change =
                switch (random.nextInt(8)) {
                    case 0 -> new Change.Acknowledge(random.nextBoolean() ? Make.ANA : Make.BEN);
                    case 1 -> new Change.Resolve(Make.ANA, random.nextBoolean());
                    case 2 ->
                            new Change.Escalate(
                                    Make.BEN,
                                    "r",
                                    random.nextBoolean() ? null : 1 + random.nextInt(4));
                    case 3 -> new Change.SetSeverity(Make.ANA, severities[random.nextInt(4)], null);
                    case 4 -> new Change.Reopen(Make.ANA);
                    case 5 -> new Change.Mitigate(Make.ANA);
                    case 6 -> new Change.MergeInto(Make.BEN, other);
                    default -> new Change.Note(Make.BEN, "seen");
                };
        world.incidents().change(id, new CommandId("c" + random.nextLong()), change);
        return id + " " + change;
    }

    private static String presume(IntakeWorld world, Random random) {
        for (StoredIncident stored : world.store().current()) {
            Set<AlertKey> keys = new HashSet<>(stored.state().alerts().firingKeys());
            keys.removeIf(_ -> random.nextBoolean());
            world.incidents().change(stored.id(), null, new Change.Presume(keys));
        }
        return "presume";
    }
}
