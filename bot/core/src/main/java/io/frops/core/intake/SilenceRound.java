package io.frops.core.intake;

import io.frops.core.alert.ActiveSilence;
import io.frops.core.alert.AlertSource;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.Redaction;
import io.frops.core.incident.Change;
import io.frops.core.incident.Incidents;
import io.frops.core.incident.OwnSilence;
import io.frops.core.incident.Result;
import io.frops.core.incident.StoredIncident;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds silences that were made through us and could not be written down, because this process
/// died or the store did not answer in between: they are written into their incident, or ended when
/// that is over. One thread at a time.
public final class SilenceRound {
    private static final Logger LOG = LoggerFactory.getLogger(SilenceRound.class);

    private final Incidents incidents;
    private final List<AlertSource> sources;

    public SilenceRound(Incidents incidents, Collection<? extends AlertSource> sources) {
        this.incidents = incidents;
        this.sources = List.copyOf(sources);
    }

    /// One look at each source. A failure with one leaves the others alone.
    public void run() {
        for (AlertSource source : sources) {
            if (source.hasApi()) {
                attempt(source, () -> source.silences().forEach(held -> mend(source, held)));
            }
        }
    }

    private void mend(AlertSource source, ActiveSilence held) {
        OwnSilence own = OwnSilence.read(source.name(), held).orElse(null);
        if (own != null) {
            attempt(source, () -> mend(source, own));
        }
    }

    private void mend(AlertSource source, OwnSilence own) {
        StoredIncident incident = incidents.find(own.incident()).orElse(null);
        if (incident == null || !own.isOf(incident.state())) {
            // Another installation's: it looks after it.
            return;
        }
        boolean kept =
                incident.state().silences().stream()
                        .anyMatch(s -> s.is(own.silence()) && !s.ended());
        if (incident.state().resolved() || !(kept || adopted(own))) {
            LOG.info("silence {} of {} is ended: it is over", held(own), own.incident());
            source.endSilence(own.silence().id());
        }
    }

    /// @return false when its incident cannot have it
    private boolean adopted(OwnSilence own) {
        String matchers = Redaction.of(LabelMatcher.words(own.matchers()));
        return switch (incidents.change(
                own.incident(), null, new Change.Silenced(own.silence(), matchers))) {
            case Result.Changed _ -> {
                LOG.info("silence {} of {} is adopted", held(own), own.incident());
                yield true;
            }
            case Result.Unchanged(var as) ->
                    as.state().silences().stream().anyMatch(s -> s.is(own.silence()) && !s.ended());
            case Result.Refused _, Result.Unknown _ -> false;
            // The newer version that wrote it looks after it.
            case Result.ReadOnly _ -> true;
            case Result.AskFirst _, Result.Withdrawn _ ->
                    throw new IllegalStateException("nobody is asked about a silence");
        };
    }

    private static String held(OwnSilence own) {
        return own.silence().id() + " at " + own.silence().source();
    }

    private static void attempt(AlertSource source, Runnable one) {
        try {
            one.run();
        } catch (IntegrationException e) {
            LOG.warn("silences of {} are looked after later: {}", source.name(), e.safeMessage());
        }
    }
}
