package io.frops.commands;

import io.frops.core.alert.ActiveSilence;
import io.frops.core.alert.Activity;
import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertSource;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.alert.Poll;
import io.frops.core.alert.SilenceRequest;
import io.frops.core.alert.SourceName;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.Make;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An alert source with a memory: what fires, what is silenced.
public final class FakeSource implements AlertSource {
    public final List<Alert> firing = new ArrayList<>();
    public final Map<String, SilenceRequest> silences = new LinkedHashMap<>();
    public boolean api = true;
    public boolean down;

    @Override
    public SourceName name() {
        return Make.MAIN;
    }

    @Override
    public Poll poll() {
        throw new UnsupportedOperationException("no command polls");
    }

    @Override
    public Activity activity(Set<String> fingerprints) {
        throw new UnsupportedOperationException("no command doubts");
    }

    @Override
    public String silence(SilenceRequest request) {
        reach();
        String id = "silence-" + (silences.size() + 1);
        silences.put(id, request);
        return id;
    }

    @Override
    public List<ActiveSilence> silences() {
        reach();
        return silences.entrySet().stream()
                .map(e ->
                        new ActiveSilence(
                                e.getKey(),
                                e.getValue().matchers(),
                                e.getValue().owner(),
                                e.getValue().comment(),
                                e.getValue().until()))
                .toList();
    }

    @Override
    public void endSilence(String silenceId) {
        reach();
        silences.remove(silenceId);
    }

    @Override
    public List<Alert> wouldMute(List<LabelMatcher> matchers) {
        reach();
        return firing.stream()
                .filter(a -> matchers.stream().allMatch(m -> m.matches(a.labels())))
                .toList();
    }

    @Override
    public boolean hasApi() {
        return api;
    }

    private void reach() {
        if (down) {
            throw new IntegrationException(
                    "Alertmanager",
                    IntegrationException.Kind.UNAVAILABLE,
                    "nothing answers at the configured address.",
                    null);
        }
    }
}
