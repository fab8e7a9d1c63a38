package io.frops.commands;

import io.frops.commands.door.Registry;
import io.frops.commands.incident.CardContext;
import io.frops.core.access.AccessPolicy;
import io.frops.core.access.CommandId;
import io.frops.core.access.PersonId;
import io.frops.core.access.Role;
import io.frops.core.access.Standing;
import io.frops.core.access.Standings;
import io.frops.core.access.Tokens;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.MessageRef;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Place;
import io.frops.core.chat.Words;
import io.frops.core.incident.Change;
import io.frops.core.incident.GradedAlert;
import io.frops.core.incident.IncidentDecider;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentRules;
import io.frops.core.incident.Incidents;
import io.frops.core.incident.Make;
import io.frops.core.incident.Origin;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import io.frops.core.memory.MemoryCards;
import io.frops.core.memory.MemoryIncidents;
import io.frops.core.memory.MemoryKeys;
import io.frops.core.notify.CardDesk;
import io.frops.core.notify.CardRow;
import io.frops.core.notify.Routes;
import io.frops.core.observe.SelfReport;
import io.frops.core.oncall.People;
import io.frops.core.oncall.Person;
import io.frops.core.platform.HealthSource;
import io.frops.core.platform.Service;
import io.frops.core.platform.ServiceName;
import io.frops.core.platform.Services;
import io.frops.core.testing.ManualClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Everything behind the doors, in memory: people of each role, and a clock that stands still.
public final class World {
    public static final PersonId ANA = new PersonId("U0ANA");
    public static final PersonId BO = new PersonId("U0BO");
    public static final PersonId CY = new PersonId("U0CY");
    public static final PersonId OLA = new PersonId("U0OLA");
    public static final PersonId VIC = new PersonId("U123");
    public static final PersonId NOBODY = new PersonId("U0NOBODY");
    public static final PersonId GUEST = new PersonId("U0GUEST");
    public static final PersonId UNSURE = new PersonId("U0UNSURE");
    public static final ChannelId INCIDENTS = new ChannelId("C0INC");

    public final ManualClock clock = new ManualClock();
    public final MemoryIncidents store = new MemoryIncidents();
    public final MemoryCards cards = new MemoryCards();
    public final MemoryKeys keys = new MemoryKeys();
    public final FakeSource source = new FakeSource();
    public final Incidents incidents =
            new Incidents(
                    store,
                    new IncidentDecider(IncidentRules.defaults()),
                    clock,
                    _ -> false,
                    _ -> {});
    public final Tokens tokens = new Tokens(keys, clock, new Random(1));
    public final List<HealthSource> health = new ArrayList<>();

    public SelfReport self =
            new SelfReport(
                    Map.of(),
                    Optional.empty(),
                    List.of(),
                    Map.of(),
                    new SelfReport.Store.Answers(Duration.ofMillis(3)),
                    true,
                    Optional.of("frops-0"));

    /// Incidents whose own card was asked for.
    public final List<IncidentId> asked = new ArrayList<>();

    private final CardDesk cardDesk =
            new CardDesk() {
                @Override
                public void ask(IncidentId id) {
                    asked.add(id);
                }

                @Override
                public Optional<URI> link(MessageRef message) {
                    return Optional.of(URI.create("https://chat.example.com/" + message.ts()));
                }
            };

    private int given;

    public static final People PEOPLE =
            new People(
                    List.of(
                            new Person(ANA, "ana", Set.of(1)),
                            new Person(BO, "bo", Set.of(2)),
                            new Person(CY, "cy", Set.of(2, 3))));

    public static final Services SERVICES =
            new Services(List.of(service("backend"), service("mongodb"), service("rag-engine")));

    public static CardContext context() {
        return new CardContext(IncidentRules.defaults(), SERVICES, PEOPLE);
    }

    private static Service service(String name) {
        return new Service(
                new ServiceName(name),
                List.of(),
                Service.Tier.CRITICAL,
                "platform team",
                List.of(URI.create("http://" + name + "/health")),
                List.of(),
                URI.create("https://runbooks.example.com/" + name),
                null);
    }

    public Registry registry() {
        return registry(new Roles());
    }

    /// With a bug in it.
    public Registry broken() {
        return registry(
                new Standings() {
                    @Override
                    public Standing of(PersonId person) {
                        throw new IllegalStateException("password=hunter22 in a bug's message");
                    }

                    @Override
                    public AccessPolicy policy() {
                        throw new IllegalStateException("a bug");
                    }
                });
    }

    private Registry registry(Standings standings) {
        Routes routes = new Routes("#incidents", Map.of(), Map.of(), "#incidents");
        return new Commands(
                        incidents,
                        cards,
                        cardDesk,
                        standings,
                        tokens,
                        List.of(source),
                        health,
                        () -> self,
                        context(),
                        routes,
                        clock,
                        () -> "ref-1")
                .registry();
    }

    public Outcome say(PersonId who, String line) {
        return say(who, line, false, null);
    }

    /// At a door that can open forms.
    public Outcome click(PersonId who, String line) {
        return say(who, line, true, null);
    }

    public Outcome inThread(PersonId who, String line, MessageRef root) {
        return say(who, line, false, root);
    }

    public Outcome again(PersonId who, String line) {
        given--;
        return say(who, line);
    }

    public Outcome late(PersonId who, String line) {
        return registry().handle(invocation(who, line, false, null, () -> true));
    }

    /// With something that happens after the command has looked and before it writes.
    public Outcome meanwhile(PersonId who, String line, Runnable happens) {
        return registry()
                .handle(
                        invocation(
                                who,
                                line,
                                false,
                                null,
                                () -> {
                                    happens.run();
                                    return false;
                                }));
    }

    private Outcome say(PersonId who, String line, boolean form, @Nullable MessageRef root) {
        return registry().handle(invocation(who, line, form, root, () -> false));
    }

    public Invocation invocation(PersonId who, String line) {
        return invocation(who, line, false, null, () -> false);
    }

    private Invocation invocation(
            PersonId who,
            String line,
            boolean form,
            @Nullable MessageRef root,
            BooleanSupplier withdrawn) {
        return new Invocation(
                new CommandId("command-" + ++given),
                who,
                new Place.Channel(INCIDENTS, root),
                words(line),
                false,
                form,
                withdrawn);
    }

    private static List<String> words(String line) {
        return switch (Words.split(line)) {
            case Words.Split.Of(var words) -> words;
            case Words.Split.Unbalanced(var why) -> throw new IllegalArgumentException(why);
        };
    }

    /// Opens an incident of alerts with these fingerprints.
    public IncidentId fire(Severity severity, String group, String... fingerprints) {
        List<GradedAlert> alerts = new ArrayList<>();
        for (String fingerprint : fingerprints) {
            alerts.add(Make.graded(Make.alert(fingerprint, clock.instant()), severity));
        }
        Change.Report report = new Change.Report(alerts, Map.of(), List.of(), false);
        return incidents
                .open(
                        null,
                        id ->
                                incidents
                                        .decider()
                                        .open(
                                                id,
                                                Make.group(group),
                                                new Origin.Alerting(
                                                        Make.MAIN,
                                                        "frops",
                                                        Map.of("alertname", "HighErrorRate")),
                                                "5xx above 5%",
                                                report,
                                                clock.instant()))
                .orElseThrow()
                .id();
    }

    public IncidentId fire() {
        return fire(Severity.SEV2, "HighErrorRate", "f1", "f2", "f3");
    }

    /// Gives an incident a card.
    public MessageRef card(IncidentId id) {
        CardRow row = CardRow.posting(id, INCIDENTS, "nonce");
        cards.insert(row);
        CardRow posted = row.posted("170." + id.number(), 1);
        cards.replace(posted);
        return posted.message().orElseThrow();
    }

    public StoredIncident stored(IncidentId id) {
        return store.find(id).orElseThrow();
    }

    private static final class Roles implements Standings {
        private final AccessPolicy policy =
                new AccessPolicy(
                        Map.of(
                                ANA, Role.ADMIN,
                                BO, Role.RESPONDER,
                                CY, Role.RESPONDER,
                                OLA, Role.OPERATOR,
                                VIC, Role.VIEWER),
                        Map.of());

        @Override
        public Standing of(PersonId person) {
            if (person.equals(GUEST)) {
                return new Standing.Outsider("gus", "a guest");
            }
            if (person.equals(UNSURE)) {
                return new Standing.Unsure(person, "Slack did not answer in time");
            }
            return policy.named(person)
                    .<Standing>map(role -> new Standing.Known(person, role))
                    .orElseGet(() -> new Standing.Unlisted(person));
        }

        @Override
        public AccessPolicy policy() {
            return policy;
        }
    }
}
