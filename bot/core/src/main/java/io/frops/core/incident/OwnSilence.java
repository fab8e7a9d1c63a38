package io.frops.core.incident;

import io.frops.core.access.Actor;
import io.frops.core.access.PersonId;
import io.frops.core.alert.ActiveSilence;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.alert.SourceName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A silence that was made through us, as its owner and comment say in the source: by these it is
/// known again when we could not write it down.
///
/// @param matchers as the source has them
public record OwnSilence(IncidentId incident, Silence silence, List<LabelMatcher> matchers) {
    private static final Pattern OWNER =
            Pattern.compile("frops for .* \\(([UW][A-Z0-9]{1,30})\\)", Pattern.DOTALL);
    private static final Pattern COMMENT =
            Pattern.compile("(INC-[1-9][0-9]{0,8}): (.*)", Pattern.DOTALL);

    public OwnSilence {
        matchers = List.copyOf(matchers);
    }

    /// What the source is told of who made it.
    public static String owner(String name, PersonId by) {
        return "frops for " + name + " (" + by + ")";
    }

    /// What the source is told of why.
    public static String comment(IncidentId incident, String reason) {
        return incident + ": " + reason;
    }

    /// Reads a silence that says in both, owner and comment, that it is ours; empty for any other.
    public static Optional<OwnSilence> read(SourceName source, ActiveSilence held) {
        Matcher owner = OWNER.matcher(held.owner());
        Matcher comment = COMMENT.matcher(held.comment());
        if (!owner.matches() || !comment.matches()) {
            return Optional.empty();
        }
        Actor by = Actor.of(new PersonId(owner.group(1)));
        Silence silence = new Silence(source, held.id(), by, held.until(), comment.group(2), false);
        return IncidentId.parse(comment.group(1))
                .map(id -> new OwnSilence(id, silence, held.matchers()));
    }

    /// Whether it speaks of this incident's alerts. Another installation at the same source has an
    /// incident of the same number, but not with the same alerts.
    public boolean isOf(Incident state) {
        return state.origin() instanceof Origin.Alerting(var source, _, _)
                && source.equals(silence.source())
                && state.alerts().all().stream()
                        .anyMatch(a -> matchers.stream().allMatch(m -> m.matches(a.labels())));
    }
}
