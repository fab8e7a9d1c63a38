package io.frops.core.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a source's members answered to one question "what do you hold?".
public record Poll(List<Member> members) {
    public Poll {
        members = List.copyOf(members);
    }

    /// One member's answer.
    public sealed interface Member {
        String name();
    }

    /// A member that answered.
    ///
    /// @param uptime how long the member says it has been up
    /// @param held every alert it holds, silenced and inhibited ones too
    public record Answered(String name, Duration uptime, List<Held> held) implements Member {
        public Answered {
            held = List.copyOf(held);
        }
    }

    /// A member that did not answer.
    ///
    /// @param why one safe sentence
    public record Silent(String name, String why) implements Member {}

    /// One alert as a member holds it.
    ///
    /// @param active neither silenced nor inhibited, and really firing
    /// @param groups group labels of each group of ours (by receiver) that it is in
    public record Held(
            Alert alert, boolean active, Set<String> receivers, List<Map<String, String>> groups) {
        public Held {
            receivers = Set.copyOf(receivers);
            groups = List.copyOf(groups);
        }
    }

    /// Whether each configured member answered.
    public boolean complete() {
        return !members.isEmpty() && members.stream().allMatch(Answered.class::isInstance);
    }

    public List<Answered> answered() {
        return members.stream()
                .filter(Answered.class::isInstance)
                .map(Answered.class::cast)
                .toList();
    }
}
