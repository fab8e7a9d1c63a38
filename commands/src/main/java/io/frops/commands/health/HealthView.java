package io.frops.commands.health;

import io.frops.commands.say.Counts;
import io.frops.commands.say.Say;
import io.frops.core.chat.Block;
import io.frops.core.chat.Colour;
import io.frops.core.chat.Message;
import io.frops.core.chat.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How the services are: verdict first, then evidence, then what to do. Pure.
final class HealthView {
    private static final int MOST = 20;

    private HealthView() {}

    static Message of(List<Checked> checked, Say say) {
        List<Checked> worstFirst =
                checked.stream().sorted(Comparator.comparing(Checked::state)).toList();
        List<Block> blocks = new ArrayList<>();
        for (Checked one : worstFirst.stream().limit(MOST).toList()) {
            Text seen = checked.size() == 1 ? Evidence.lines(one) : Evidence.of(one);
            blocks.add(Block.Section.of(seen));
        }
        if (checked.size() > MOST) {
            blocks.add(
                    new Block.Context(
                            Text.of(
                                    "and "
                                            + (checked.size() - MOST)
                                            + " more, none of them worse")));
        }
        Text next = next(worstFirst);
        if (!next.isEmpty()) {
            blocks.add(Block.Section.of(next));
        }
        return say.message(verdict(checked), blocks.toArray(Block[]::new)).in(colour(checked));
    }

    private static Text verdict(List<Checked> checked) {
        if (checked.isEmpty()) {
            return Text.of(
                            "No service is configured, so there is nothing to check. Name them under ")
                    .code("services:")
                    .plain(".");
        }
        List<String> bad = in(checked, Checked.State.UNHEALTHY);
        List<String> dark = in(checked, Checked.State.UNKNOWN);
        if (checked.size() == 1) {
            Checked one = checked.getFirst();
            return Text.EMPTY.emoji(Evidence.emoji(one.state())).plain(" ").strong(single(one));
        }
        String rest = dark.isEmpty() ? "" : " Not fully seen: " + Counts.list(dark) + ".";
        if (bad.isEmpty() && dark.isEmpty()) {
            return Text.bold("All " + checked.size() + " services are healthy.");
        }
        String first =
                bad.isEmpty()
                        ? "No service is known to be unhealthy."
                        : "%d of %d services %s unhealthy: %s."
                                .formatted(
                                        bad.size(),
                                        checked.size(),
                                        bad.size() == 1 ? "is" : "are",
                                        String.join(", ", bad));
        return Text.bold(first).plain(rest);
    }

    private static String single(Checked checked) {
        return switch (checked.state()) {
            case HEALTHY -> checked.name() + " is healthy.";
            case UNHEALTHY -> checked.name() + " is unhealthy.";
            case UNKNOWN -> checked.name() + " could not be fully seen.";
        };
    }

    private static List<String> in(List<Checked> checked, Checked.State state) {
        return checked.stream().filter(c -> c.state() == state).map(Checked::name).toList();
    }

    private static Text next(List<Checked> worstFirst) {
        return worstFirst.stream()
                .findFirst()
                .filter(c -> c.state() == Checked.State.UNHEALTHY)
                .map(HealthView::next)
                .orElse(Text.EMPTY);
    }

    private static Text next(Checked worst) {
        Text text = Text.of("Next: ").code("/frops incidents");
        var runbook = worst.service().runbook();
        text =
                runbook == null
                        ? text
                        : text.plain(", ").link(runbook, "runbook of " + worst.name());
        return text.plain(", or if no alert told of it ")
                .code("/frops declare SEV2 \"" + worst.name() + " is unhealthy\"");
    }

    private static Colour colour(List<Checked> checked) {
        boolean bad = !in(checked, Checked.State.UNHEALTHY).isEmpty();
        boolean dark = checked.isEmpty() || !in(checked, Checked.State.UNKNOWN).isEmpty();
        return bad ? Colour.CRITICAL : dark ? Colour.WARNING : Colour.RESOLVED;
    }
}
