package io.frops.core.alert;

import java.util.List;
import java.util.Set;

/// A system that alerts come from, asked for what is true now. Methods may throw
/// [io.frops.core.failure.IntegrationException].
public interface AlertSource {
    SourceName name();

    /// Asks every configured member of the source what it holds, within 3 s each.
    ///
    /// @return what each member answered; members that did not answer are told as such
    Poll poll();

    /// Asks whether alerts are active now, within 1 s; the quick question behind a doubt.
    ///
    /// @param fingerprints of the alerts in doubt
    /// @return one answer for each
    Activity activity(Set<String> fingerprints);

    /// Makes a silence.
    ///
    /// @return the source's id of the silence
    String silence(SilenceRequest request);

    /// The silences that are not over and of which every matcher says "equals": ours are among
    /// them, beside those that people made elsewhere.
    List<ActiveSilence> silences();

    /// Ends a silence. One that is unknown or over already counts as ended.
    void endSilence(String silenceId);

    /// The active alerts that a silence with these matchers would mute now.
    List<Alert> wouldMute(List<LabelMatcher> matchers);

    /// Whether the source has an API to be asked; without one nothing is reconciled and nothing
    /// silenced.
    boolean hasApi();
}
