package io.frops.core.intake;

import io.frops.core.alert.ActiveSilence;
import io.frops.core.alert.Activity;
import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertSource;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.alert.Poll;
import io.frops.core.alert.SilenceRequest;
import io.frops.core.alert.SourceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A source that holds what a test gives it and counts what it is asked.
public final class FakeSource implements AlertSource {
    private final SourceName name;
    private final List<Poll.Held> held = new ArrayList<>();
    private final Map<String, SilenceRequest> silences = new HashMap<>();
    private Activity.Answer doubt = Activity.Answer.UNREACHABLE;
    private Duration uptime = Duration.ofHours(1);
    private boolean silent;
    private int asked;

    FakeSource(SourceName name) {
        this.name = name;
    }

    public void answerDoubtsWith(Activity.Answer answer) {
        doubt = answer;
    }

    public void holds(Alert alert, Map<String, String> group) {
        held.add(new Poll.Held(alert, true, Set.of("frops"), List.of(group)));
    }

    public void holdsNothing() {
        held.clear();
    }

    public void upFor(Duration time) {
        uptime = time;
    }

    public void goSilent(boolean now) {
        silent = now;
    }

    /// How often it was asked about doubts.
    public int asked() {
        return asked;
    }

    public Map<String, SilenceRequest> made() {
        return Map.copyOf(silences);
    }

    @Override
    public SourceName name() {
        return name;
    }

    @Override
    public Poll poll() {
        return new Poll(
                List.of(
                        silent
                                ? new Poll.Silent("a", "no answer in 3 s")
                                : new Poll.Answered("a", uptime, held)));
    }

    @Override
    public Activity activity(Set<String> fingerprints) {
        asked++;
        Map<String, Activity.Answer> answers = new HashMap<>();
        fingerprints.forEach(f -> answers.put(f, doubt));
        return new Activity(answers);
    }

    @Override
    public String silence(SilenceRequest request) {
        String id = "silence-" + (silences.size() + 1);
        silences.put(id, request);
        return id;
    }

    @Override
    public List<ActiveSilence> silences() {
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
        silences.remove(silenceId);
    }

    @Override
    public List<Alert> wouldMute(List<LabelMatcher> matchers) {
        return held.stream()
                .map(Poll.Held::alert)
                .filter(a -> matchers.stream().allMatch(m -> m.matches(a.labels())))
                .toList();
    }

    @Override
    public boolean hasApi() {
        return true;
    }
}
