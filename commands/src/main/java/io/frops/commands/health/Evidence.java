package io.frops.commands.health;

import io.frops.commands.say.Counts;
import io.frops.core.chat.Text;
import io.frops.core.platform.Health;
import io.frops.core.platform.Health.Pod;
import java.util.List;

/// What was seen of one service. Pure.
final class Evidence {
    private static final int MOST_PODS = 8;
    private static final int LONGEST = 200;

    private Evidence() {}

    /// With the service's name and state above it.
    static Text of(Checked checked) {
        return Text.EMPTY
                .emoji(emoji(checked.state()))
                .plain(" ")
                .strong(checked.name())
                .plain(" " + checked.state().word())
                .line()
                .then(lines(checked));
    }

    static Text lines(Checked checked) {
        if (checked.evidence().isEmpty()) {
            return Text.of("Nothing is configured that would tell. Give it ")
                    .code("probes:")
                    .plain(" or ")
                    .code("deployments:")
                    .plain(".");
        }
        Text text = Text.EMPTY;
        for (Health health : checked.evidence()) {
            text = (text.isEmpty() ? text : text.line()).then(line(health));
        }
        return text;
    }

    static String emoji(Checked.State state) {
        return switch (state) {
            case HEALTHY -> "large_green_circle";
            case UNHEALTHY -> "red_circle";
            case UNKNOWN -> "white_circle";
        };
    }

    private static Text line(Health health) {
        return switch (health) {
            case Health.Probe(var address, var healthy, var status, var took, var detail) ->
                    Text.of("• ")
                            .code(address)
                            .plain(": " + (status == 0 ? "no answer" : "HTTP " + status))
                            .plain(" after " + took.toMillis() + " ms")
                            .plain(healthy || repeats(status, detail) ? "" : reason(detail));
            case Health.Workload workload -> workload(workload);
            case Health.Unanswered(var source, var why) ->
                    Text.of("• " + source + ": ").plain(Counts.clipped(why, LONGEST));
        };
    }

    private static Text workload(Health.Workload workload) {
        Text text =
                Text.of("• deployment ")
                        .code(workload.namespace() + "/" + workload.deployment())
                        .plain(": " + workload.ready() + " of " + workload.wanted() + " pods ready")
                        .plain(reason(workload.why()));
        List<Pod> odd =
                workload.pods().stream()
                        .filter(p -> !p.ready() || p.restarts() > 0 || !p.why().isEmpty())
                        .toList();
        for (Pod pod : odd.stream().limit(MOST_PODS).toList()) {
            text = text.line().then(pod(pod));
        }
        return odd.size() > MOST_PODS
                ? text.line().plain("◦ and " + (odd.size() - MOST_PODS) + " more such pods")
                : text;
    }

    private static Text pod(Pod pod) {
        return Text.of("◦ ")
                .code(pod.name())
                .plain(" " + pod.phase() + (pod.ready() ? ", ready" : ", not ready"))
                .plain(pod.restarts() == 0 ? "" : ", " + Counts.of(pod.restarts(), "restart"))
                .plain(reason(pod.why()));
    }

    private static boolean repeats(int status, String detail) {
        return detail.equals("answered " + status);
    }

    private static String reason(String why) {
        return why.isEmpty() ? "" : ": " + Counts.clipped(why, LONGEST);
    }
}
