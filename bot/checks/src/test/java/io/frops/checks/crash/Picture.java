package io.frops.checks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.World;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.StoredIncident;
import io.frops.sandbox.slack.workspace.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How one group's incident and its card ended: the same whether the bot was killed or not.
///
/// @param events their types, in order, without mere repetitions
/// @param lines of the thread, each once
/// @param cards how many there are
/// @param doubled how many lines there are twice
record Picture(List<String> events, List<String> lines, int cards, int doubled) {
    /// Takes it, and checks what holds of every incident.
    static Picture of(Scene scene, String group) {
        List<StoredIncident> incidents = Ledger.of(scene, group);
        assertThat(incidents).as("one incident for " + group).hasSize(1);
        StoredIncident incident = incidents.getFirst();
        assertThat(incident.firstSeq()).as("its events are whole").isEqualTo(1);
        StoredIncident stored =
                scene.read(() -> scene.state().incidents().find(incident.id()).orElseThrow());
        assertThat(incident.lastSeq()).as("no event is missing").isEqualTo(stored.lastSeq());
        assertThat(incident.behind()).isFalse();
        return of(scene, incident);
    }

    static Picture of(Scene scene, StoredIncident incident) {
        List<Message> cards =
                scene.slack().messages(World.INCIDENTS).stream()
                        .filter(m -> m.content().text().startsWith(incident.id() + " "))
                        .toList();
        List<String> lines = new ArrayList<>();
        for (Message card : cards) {
            scene.slack().thread(World.INCIDENTS, card.ts()).stream()
                    .filter(Message::isReply)
                    .forEach(line -> lines.add(told(line, incident.id())));
        }
        Set<String> once = new LinkedHashSet<>(lines);
        List<String> said = once.stream().map(line -> line.split(" ", 2)[1]).toList();
        return new Picture(Ledger.types(incident), said, cards.size(), lines.size() - once.size());
    }

    /// Its number among the events, and what it says.
    private static String told(Message line, IncidentId id) {
        String nonce =
                String.valueOf(line.content().metadata()).replaceAll("(?s).*/(\\d+)\".*", "$1");
        return nonce + " " + line.content().text().replace(id.toString(), "INC");
    }

    /// Cards that are there once too often.
    int duplicates() {
        return cards - 1;
    }

    /// What a kill must not change.
    void assertSame(Picture undisturbed) {
        assertThat(events).isEqualTo(undisturbed.events());
        assertThat(lines).containsExactlyElementsOf(undisturbed.lines());
        assertThat(cards).isGreaterThanOrEqualTo(1);
    }
}
