package io.frops.integrations.alertmanager;

import io.frops.core.alert.ActiveSilence;
import io.frops.core.alert.Activity;
import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertSource;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.alert.Poll;
import io.frops.core.alert.SilenceRequest;
import io.frops.core.alert.SourceName;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.integrations.http.HttpApi;
import io.frops.integrations.http.SharedClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An Alertmanager, or several of one cluster, asked over API version 2. Makes no call before it is
/// asked to; threads may share it.
public final class AlertmanagerSource implements AlertSource {
    static final String SYSTEM = "Alertmanager";

    /// For everything but the quick question behind a doubt.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration QUICK = Duration.ofSeconds(1);

    private final SourceName name;
    private final List<AlertmanagerMember> members;
    private final MemberPoll poll;

    /// @param client shared with other adapters; this one sets its own times on it
    /// @param clock tells how long a member has been up
    public AlertmanagerSource(
            AlertmanagerSettings settings, SharedClient client, InstantSource clock) {
        name = settings.name();
        members =
                settings.members().stream()
                        .map(uri -> new HttpApi(SYSTEM, client, uri, settings.credential()))
                        .map(AlertmanagerMember::new)
                        .toList();
        poll = new MemberPoll(settings.receiver(), clock, PATIENCE);
    }

    @Override
    public SourceName name() {
        return name;
    }

    @Override
    public boolean hasApi() {
        return !members.isEmpty();
    }

    @Override
    public Poll poll() {
        return new Poll(AllAtOnce.run(members, poll::ask));
    }

    @Override
    public Activity activity(Set<String> fingerprints) {
        List<QuickLook> looks = AllAtOnce.run(members, member -> QuickLook.at(member, QUICK));
        return QuickLook.answers(fingerprints, looks);
    }

    @Override
    public String silence(SilenceRequest request) {
        return firstThatCan(member -> member.silence(request, PATIENCE));
    }

    @Override
    public List<ActiveSilence> silences() {
        return firstThatCan(member -> member.silences(PATIENCE));
    }

    @Override
    public List<Alert> wouldMute(List<LabelMatcher> matchers) {
        return firstThatCan(member -> member.matching(matchers, PATIENCE));
    }

    @Override
    public void endSilence(String silenceId) {
        IntegrationException silent = null;
        for (AlertmanagerMember member : members) {
            try {
                if (member.endSilence(silenceId, PATIENCE)) {
                    // The cluster tells the others.
                    return;
                }
            } catch (IntegrationException e) {
                silent = e;
            }
        }
        if (silent != null) {
            throw silent;
        }
    }

    /// Members gossip, so one is enough. The next is asked only when the one before surely did
    /// nothing: after a time-out the call may have had its effect.
    private <T> T firstThatCan(Function<AlertmanagerMember, T> call) {
        @Nullable IntegrationException last = null;
        for (AlertmanagerMember member : members) {
            try {
                return call.apply(member);
            } catch (IntegrationException e) {
                if (e.kind() != Kind.UNAVAILABLE) {
                    throw e;
                }
                last = e;
            }
        }
        throw last != null ? last : noApi();
    }

    private IntegrationException noApi() {
        return new IntegrationException(
                SYSTEM,
                Kind.NOT_USABLE,
                "source "
                        + name
                        + " has no API address; name its members in the configuration to use this",
                null);
    }
}
