package io.frops.commands.health;

import io.frops.commands.say.Times;
import io.frops.core.failure.IntegrationException;
import io.frops.core.observe.Fanout;
import io.frops.core.observe.Fanout.Answer;
import io.frops.core.platform.Health;
import io.frops.core.platform.HealthSource;
import io.frops.core.platform.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks every source about every service, all at once, against one deadline: a source that hangs
/// costs its own answer and nobody else's.
public final class Checkup {
    private static final Logger LOG = LoggerFactory.getLogger(Checkup.class);

    private final List<HealthSource> sources;
    private final Duration within;

    public Checkup(List<? extends HealthSource> sources, Duration within) {
        this.sources = List.copyOf(sources);
        this.within = within;
    }

    List<Checked> of(List<Service> services) {
        List<Callable<List<Health>>> calls = new ArrayList<>();
        for (Service service : services) {
            sources.forEach(source -> calls.add(() -> source.of(service)));
        }
        List<Answer<List<Health>>> answers = Fanout.ask(calls, within);
        List<Checked> all = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            List<Health> evidence = new ArrayList<>();
            for (int j = 0; j < sources.size(); j++) {
                Answer<List<Health>> answer = answers.get(i * sources.size() + j);
                evidence.addAll(told(sources.get(j).name(), answer));
            }
            all.add(new Checked(services.get(i), evidence));
        }
        return all;
    }

    private List<Health> told(String source, Answer<List<Health>> answer) {
        return switch (answer) {
            case Answer.Of<List<Health>>(var health) -> health;
            case Answer.Late<List<Health>> _ ->
                    List.of(new Health.Unanswered(source, "no answer in " + seconds()));
            case Answer.Threw<List<Health>>(var cause) ->
                    List.of(new Health.Unanswered(source, why(source, cause)));
        };
    }

    private String seconds() {
        return within.toMinutes() > 0 ? Times.words(within) : within.toSeconds() + " s";
    }

    private static String why(String source, Throwable cause) {
        if (cause instanceof IntegrationException e) {
            return e.safeMessage();
        }
        LOG.error("{} broke its promise not to throw", source, cause);
        return "failed by a mistake of frops itself; the log has it";
    }
}
