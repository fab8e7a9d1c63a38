package io.frops.app.replay;

import io.frops.core.incident.Incident;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What would differ about one incident, in words. Pure.
final class Differences {
    private final Setup changed;
    private final Setup running;
    private final Instant until;
    private final Function<Instant, String> moments;

    /// @param moments a moment as people read it
    Differences(Setup changed, Setup running, Instant until, Function<Instant, String> moments) {
        this.changed = changed;
        this.running = running;
        this.until = until;
        this.moments = moments;
    }

    List<Calls.Call> before(Course recorded) {
        return Calls.of(recorded, running, until);
    }

    List<Calls.Call> after(Course course) {
        return Calls.of(course, changed, until);
    }

    /// @param courses what holds alerts of this incident
    List<String> of(IncidentId id, Course recorded, List<Course> courses) {
        if (courses.isEmpty()) {
            return List.of("would not be opened");
        }
        Course first = courses.getFirst();
        IncidentId head = first.from().iterator().next();
        if (!head.equals(id)) {
            return List.of("would be part of " + head + ", which would still be there to join");
        }
        List<String> found = new ArrayList<>();
        if (courses.size() > 1) {
            found.add(split(courses));
        }
        if (first.from().size() > 1) {
            String others =
                    first.from().stream()
                            .skip(1)
                            .map(IncidentId::toString)
                            .collect(Collectors.joining(", "));
            found.add("would hold " + others + " as well");
        }
        compare(found, recorded, first);
        return found;
    }

    private String split(List<Course> courses) {
        String times =
                courses.stream()
                        .skip(1)
                        .map(c -> moments.apply(c.events().getFirst().at()))
                        .collect(Collectors.joining(", "));
        return "would be " + courses.size() + " incidents, a new one at " + times;
    }

    private void compare(List<String> found, Course recorded, Course course) {
        Incident was = recorded.end();
        Incident is = course.end();
        differ(found, "severity", words(recorded.severities()), words(course.severities()));
        differ(found, "service", was.subject().service(), is.subject().service());
        differ(found, "channel", channel(recorded, was, running), channel(course, is, changed));
        differ(found, "levels reached", levels(recorded), levels(course));
        differ(
                found,
                "response target missed",
                times(recorded.count(IncidentEvent.TargetMissed.class)),
                times(course.count(IncidentEvent.TargetMissed.class)));
        differ(
                found,
                "reopened",
                times(recorded.count(IncidentEvent.Reopened.class)),
                times(course.count(IncidentEvent.Reopened.class)));
        differ(found, "end", end(was), end(is));
        differ(found, "called", calls(before(recorded)), calls(after(course)));
    }

    private static void differ(List<String> found, String what, String before, String after) {
        if (!Objects.equals(before, after)) {
            found.add(what + ": " + before + " -> " + after);
        }
    }

    private static String words(List<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(", then "));
    }

    private static String channel(Course course, Incident end, Setup setup) {
        return setup.routes().channel(end.subject().service(), course.severities().getFirst());
    }

    private static String levels(Course course) {
        String levels =
                course.events().stream()
                        .filter(IncidentEvent.StepReached.class::isInstance)
                        .map(IncidentEvent.StepReached.class::cast)
                        .map(e -> Integer.toString(e.level()))
                        .collect(Collectors.joining(", "));
        return levels.isEmpty() ? "none after the first" : levels;
    }

    private static String times(long times) {
        return times == 0 ? "no" : times == 1 ? "once" : times + " times";
    }

    private String end(Incident incident) {
        return switch (incident.phase()) {
            case Phase.Resolved(var by, var at, _) ->
                    "resolved "
                            + (Told.byPerson(by) ? "by a person" : "by itself")
                            + " at "
                            + moments.apply(at);
            case Phase.Open _, Phase.Acknowledged _, Phase.Mitigated _, Phase.Merged _ ->
                    incident.phase().word();
        };
    }

    private String calls(List<Calls.Call> calls) {
        return calls.isEmpty()
                ? "nobody"
                : calls.stream()
                        .map(c ->
                                c.name() + " (level " + c.level() + ") at " + moments.apply(c.at()))
                        .collect(Collectors.joining(", "));
    }
}
