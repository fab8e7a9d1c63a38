package io.frops.commands.door;

import io.frops.commands.say.Say;
import io.frops.core.access.Role;
import io.frops.core.access.Standing;
import io.frops.core.access.Standings;
import io.frops.core.chat.Doors;
import io.frops.core.chat.Effect;
import io.frops.core.chat.Gate;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.chat.Verdict;
import io.frops.core.failure.IntegrationException;
import io.frops.core.observe.Spans;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one path that everything a person says takes: words, command, gate, arguments, outcome.
public final class Registry implements Doors {
    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);

    /// What `/frops` alone runs.
    private static final String WELCOME = "hello";

    /// People type it out of habit.
    private static final Set<String> OURSELVES = Set.of("/frops", "frops");

    private final Catalogue catalogue;
    private final Standings standings;
    private final Refusals refusals;
    private final Supplier<String> references;

    /// @param references fresh ids by which a person's report finds its log line
    public Registry(
            Catalogue catalogue, Standings standings, Say say, Supplier<String> references) {
        this.catalogue = catalogue;
        this.standings = standings;
        this.refusals = new Refusals(say);
        this.references = references;
    }

    @Override
    public Outcome handle(Invocation invocation) {
        try {
            return route(normal(invocation));
        } catch (IntegrationException e) {
            // No stack trace: while a system is away, every command would write one.
            LOG.atWarn()
                    .addKeyValue("requestId", invocation.id().value())
                    .addKeyValue("userId", invocation.caller().value())
                    .log("{} failed a command: {}", e.system(), e.safeMessage());
            return refusals.unavailable(e);
        } catch (Throwable bug) {
            return failed(invocation, bug);
        }
    }

    @Override
    public Effect effect(List<String> words) {
        return command(plain(words)).map(c -> c.spec().effect()).orElse(Effect.READ);
    }

    private Outcome route(Invocation invocation) {
        Standing standing = Spans.within("who", _ -> standings.of(invocation.caller()));
        var command = command(invocation.words());
        if (command.isPresent()) {
            return gated(command.get(), standing, invocation);
        }
        String word = invocation.words().getFirst();
        return switch (standing) {
            case Standing.Known(_, var role) -> refusals.unknown(word, catalogue, role);
            case Standing.Unlisted _, Standing.Outsider _, Standing.Unsure _ ->
                    denied(standing, Role.VIEWER, word);
        };
    }

    private <A> Outcome gated(SlashCommand<A> command, Standing standing, Invocation invocation) {
        return switch (verdict(command, standing, invocation)) {
            case Verdict.Run _ -> run(command, invocation);
            case Verdict.Deny(var who, var needed) -> denied(who, needed, command.name());
            case Verdict.Confirm(var kind) when kind == Spec.Confirmation.PLAIN ->
                    refusals.confirm(command, invocation.words());
            case Verdict.Confirm _ -> refusals.guarded(command, "a typed confirmation");
            case Verdict.AwaitApproval _ -> refusals.guarded(command, "a second person");
        };
    }

    private static Verdict verdict(
            SlashCommand<?> command, Standing standing, Invocation invocation) {
        return Spans.within(
                "gate",
                span -> {
                    Verdict verdict = Gate.decide(command.spec(), standing, invocation);
                    span.set("frops.command", command.name())
                            .set(
                                    "frops.outcome",
                                    verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT));
                    return verdict;
                });
    }

    private <A> Outcome run(SlashCommand<A> command, Invocation invocation) {
        List<String> words = invocation.words();
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        return switch (Arguments.parse(command, rest)) {
            case Arguments.Parsed.Bad<A>(var why) -> refusals.wrong(why, command);
            case Arguments.Parsed.Good<A>(var arguments) -> {
                Outcome outcome = command.run(arguments, invocation);
                yield outcome instanceof Outcome.Usage(var reply)
                        ? new Outcome.Usage(refusals.withUsage(reply, command))
                        : outcome;
            }
        };
    }

    private Outcome denied(Standing standing, Role needed, String command) {
        return refusals.denied(standing, needed, command, standings.policy());
    }

    private Outcome failed(Invocation invocation, Throwable bug) {
        String reference = references.get();
        LOG.atError()
                .setCause(bug)
                .addKeyValue("requestId", invocation.id().value())
                .addKeyValue("userId", invocation.caller().value())
                .log("a command failed by our own mistake, reference {}", reference);
        return refusals.failed(reference);
    }

    private java.util.Optional<SlashCommand<?>> command(List<String> words) {
        return catalogue.find(words.isEmpty() ? WELCOME : words.getFirst());
    }

    /// Takes `--yes` out of the words, for it is the gate's and not the command's.
    private static Invocation normal(Invocation given) {
        List<String> words = plain(given.words());
        boolean yes = words.size() < plainSize(given.words());
        return new Invocation(
                given.id(),
                given.caller(),
                given.place(),
                words,
                given.confirmed() || yes,
                given.form(),
                given.withdrawn());
    }

    private static int plainSize(List<String> words) {
        return words.size() - (ourselves(words) ? 1 : 0);
    }

    private static List<String> plain(List<String> words) {
        List<String> plain =
                new ArrayList<>(ourselves(words) ? words.subList(1, words.size()) : words);
        int end = plain.indexOf("--");
        List<String> options = plain.subList(0, end < 0 ? plain.size() : end);
        options.removeIf("--yes"::equals);
        return plain;
    }

    private static boolean ourselves(List<String> words) {
        return !words.isEmpty() && OURSELVES.contains(words.getFirst().toLowerCase(Locale.ROOT));
    }
}
