package io.frops.core.alert;

import java.util.Map;

/// Answers to "are these alerts active now?", by fingerprint.
public record Activity(Map<String, Answer> answers) {
    public Activity {
        answers = Map.copyOf(answers);
    }

    /// One alert's answer.
    public enum Answer {
        ACTIVE,
        ABSENT,
        /// Nobody could be asked, or nobody answered in time.
        UNREACHABLE
    }

    public Answer of(String fingerprint) {
        return answers.getOrDefault(fingerprint, Answer.UNREACHABLE);
    }
}
