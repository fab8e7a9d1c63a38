package io.frops.commands.incident;

import io.frops.core.incident.Incident;
import io.frops.core.incident.Severity;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a card showed when its button was pressed, for example `open/SEV2/1/3`: a press on a card
/// that has been overtaken changes nothing and says who was first.
///
/// @param phase the phase's word
/// @param level 1 to 4
/// @param firing how many alerts fired; only where that is what the person agrees to
record Assumed(String phase, Severity severity, int level, @Nullable Integer firing) {
    private static final Pattern FORM =
            Pattern.compile("([a-z]{1,20})/(SEV[1-4])/([1-4])(?:/([0-9]{1,6}))?");

    static Assumed of(Incident incident) {
        return new Assumed(
                incident.phase().word(), incident.severity(), incident.ladder().level(), null);
    }

    /// The same with what fires.
    static Assumed firing(Incident incident) {
        return new Assumed(
                incident.phase().word(),
                incident.severity(),
                incident.ladder().level(),
                incident.firing());
    }

    /// @return empty when nothing is assumed, as in typed commands
    static Optional<Assumed> read(String word) {
        Matcher m = FORM.matcher(word);
        return m.matches()
                ? Optional.of(
                        new Assumed(
                                m.group(1),
                                Severity.valueOf(m.group(2)),
                                Integer.parseInt(m.group(3)),
                                m.group(4) == null ? null : Integer.valueOf(m.group(4))))
                : Optional.empty();
    }

    /// As an option of a remembered command.
    String option() {
        String fires = firing == null ? "" : "/" + firing;
        return "--assume=" + phase + "/" + severity + "/" + level + fires;
    }
}
