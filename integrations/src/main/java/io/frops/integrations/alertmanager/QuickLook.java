package io.frops.integrations.alertmanager;

import io.frops.core.alert.Activity;
import io.frops.core.alert.Activity.Answer;
import io.frops.core.failure.IntegrationException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one member fires, asked in a hurry.
///
/// @param answered false when it did not answer in time
/// @param firing fingerprints; a silenced alert fires too, it only is not told
record QuickLook(boolean answered, Set<String> firing) {
    static QuickLook at(AlertmanagerMember member, Duration timeout) {
        try {
            Set<String> firing = new HashSet<>();
            member.alerts(timeout).forEach(a -> firing.add(a.alert().key().fingerprint()));
            return new QuickLook(true, firing);
        } catch (IntegrationException e) {
            return new QuickLook(false, Set.of());
        }
    }

    /// One member's yes is enough; a no must come from every member.
    static Activity answers(Set<String> fingerprints, List<QuickLook> looks) {
        boolean all = !looks.isEmpty() && looks.stream().allMatch(QuickLook::answered);
        Answer otherwise = all ? Answer.ABSENT : Answer.UNREACHABLE;
        Map<String, Answer> answers = new HashMap<>();
        for (String f : fingerprints) {
            boolean fires = looks.stream().anyMatch(look -> look.firing().contains(f));
            answers.put(f, fires ? Answer.ACTIVE : otherwise);
        }
        return new Activity(answers);
    }
}
