package io.frops.sandbox.slack;

import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Person;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The people and channels of a workspace that nobody has described.
final class SamplePeople {
    private SamplePeople() {}

    static List<Person> all() {
        return List.of(
                Person.member("U0ANA0001", "ana", "Ana Keller", "admin"),
                Person.member("U0BEN0001", "ben", "Ben Okafor", "operator"),
                Person.member("U0CLA0001", "clara", "Clara Rossi", "responder"),
                Person.member("U0DAN0001", "dan", "Dan Meyer", "viewer"),
                Person.guest("U0EVE0001", "eve", "Eve Contractor"),
                Person.stranger("U0FAY0001", "fay", "Fay Visitor", "T0ELSEWHERE"));
    }

    static List<Channel> channels(List<Person> people, Person bot) {
        Set<String> everybody = new LinkedHashSet<>();
        everybody.add(bot.id());
        people.forEach(p -> everybody.add(p.id()));
        return List.of(
                Channel.open(
                        "C0INCIDENT", "incidents", "Every incident has one card here", everybody),
                Channel.open("C0GENERAL", "general", "Everything else", everybody));
    }
}
