package io.frops.integrations.slack.door;

import io.frops.core.chat.Doors;
import io.frops.core.chat.Effect;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Message;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Reply;
import io.frops.core.chat.Text;
import io.frops.core.observe.Spans;
import io.frops.core.observe.Trace;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes commands to the doors behind and keeps to Slack's time: an answer at 1.5 s at the latest,
/// since Slack gives up at 3 s and does not ask again.
final class Desk {
    static final Duration PATIENCE = Duration.ofMillis(1_500);
    static final String NOT_CONFIRMED =
            "This is not confirmed - check the card, press again. If it has its effect after all, you will be"
                    + " told here.";
    static final String WORKING = "Working on it\u2026";

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Doors doors;
    private final Phaser busy = new Phaser(1);
    private final Tempo tempo = new Tempo(System::nanoTime);

    Desk(Doors doors) {
        this.doors = doors;
    }

    /// Runs a command. In time: `answer` gets its outcome. Too late: a change is withdrawn and
    /// `late` says "not confirmed", a look says "working on it"; the outcome goes to `tell` when it
    /// is there. While looks hang, the next ones are told so at once.
    <R> R serve(
            Request request,
            Function<Outcome, R> answer,
            Function<Message, R> late,
            Consumer<Outcome> tell) {
        boolean change = doors.effect(request.words()) != Effect.READ;
        Errand errand = begin(request);
        long begun = tempo.begin();
        if (!change) {
            errand.then(_ -> tempo.ended(begun));
        }
        Optional<Outcome> outcome = errand.within(change ? PATIENCE : tempo.patience());
        if (outcome.isPresent()) {
            return Spans.within("reply", _ -> answer.apply(outcome.get()));
        }
        if (change) {
            errand.withdraw();
        } else {
            tempo.ended(begun);
        }
        errand.then(end -> background(() -> tell(tell, end)));
        String sentence = change ? NOT_CONFIRMED : WORKING;
        return late.apply(Message.of(sentence, Text.of(sentence)));
    }

    private static void tell(Consumer<Outcome> tell, Outcome end) {
        Spans.within(
                "reply",
                span -> {
                    tell.accept(end);
                    return span;
                });
    }

    private Errand begin(Request request) {
        Errand errand = new Errand();
        Invocation invocation =
                new Invocation(
                        request.id(),
                        request.caller(),
                        request.place(),
                        request.words(),
                        false,
                        request.form(),
                        errand::isWithdrawn);
        background(() -> errand.finish(outcome(invocation)));
        return errand;
    }

    /// The doors never throw; should they, the person still hears of it.
    private Outcome outcome(Invocation invocation) {
        try {
            return doors.handle(invocation);
        } catch (RuntimeException e) {
            LOG.error("command {} failed", invocation.id(), e);
            String sentence =
                    "That went wrong on our side. The log has it under " + invocation.id() + ".";
            return new Outcome.Failed(Reply.toCaller(Message.of(sentence, Text.of(sentence))));
        }
    }

    /// Runs beside the answer; [#rest] waits for it.
    void background(Runnable task) {
        busy.register();
        Runnable traced = Trace.carried(task);
        Thread.ofVirtual()
                .name("slack-door")
                .start(() -> {
                    try {
                        traced.run();
                    } catch (RuntimeException e) {
                        LOG.error("a reply to Slack failed", e);
                    } finally {
                        busy.arriveAndDeregister();
                    }
                });
    }

    /// Waits until what was begun is done: whoever was acknowledged gets the rest.
    void rest(Duration patience) {
        try {
            busy.awaitAdvanceInterruptibly(
                    busy.arrive(), patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            LOG.warn("stopped while commands from Slack were still running");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
