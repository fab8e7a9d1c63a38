package io.frops.commands.incident;

import io.frops.commands.say.Counts;
import io.frops.core.alert.Alert;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.chat.Text;
import io.frops.core.incident.Incident;
import java.time.Instant;
import java.util.List;

/// What a silence would mute, before it is made. Pure.
final class SilencePreview {
    private SilencePreview() {}

    static Text of(
            Incident incident, List<LabelMatcher> matchers, List<Alert> muted, Instant until) {
        long foreign = muted.stream().filter(a -> incident.alerts().get(a.key()) == null).count();
        Text text =
                Text.of("Silence ")
                        .strong(incident.id().toString())
                        .plain(" until ")
                        .moment(until)
                        .plain("? This mutes every alert with ")
                        .code(LabelMatcher.words(matchers))
                        .plain(", now and until then: ")
                        .plain(
                                muted.isEmpty()
                                        ? "nothing that is active now."
                                        : Counts.of(muted.size(), "active alert"));
        if (foreign > 0) {
            text = text.plain(", ").strong(foreign + " of them not of " + incident.id());
        }
        return muted.isEmpty()
                ? text
                : text.plain(".")
                        .then(AlertLines.plain(muted))
                        .line()
                        .plain("It ends with the incident.");
    }
}
