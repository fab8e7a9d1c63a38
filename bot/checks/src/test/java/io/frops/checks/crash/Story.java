package io.frops.checks.crash;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.World;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.Phase;
import io.frops.core.incident.StoredIncident;
import io.frops.sandbox.slack.workspace.Message;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// What happens to incidents, from the first alert to the history. Each can be told again and again
/// about new groups.
enum Story {
    /// Opens, changes, is acknowledged by a click, noted by a command, resolved, archived, and
    /// noted once more.
    COURSE {
        @Override
        List<String> tell(Scene scene, String name, Runnable danger) {
            danger.run();
            Cast cast = new Cast(scene, name);
            cast.fires("f1");
            cast.card();
            cast.fires("f1", "f2");
            cast.presses("ack", IncidentEvent.Acknowledged.class);
            cast.opensForm("escalate");
            cast.asks("/frops incidents");
            cast.awaits("an answer", () -> !scene.slack().as(World.CLARA).ephemerals().isEmpty());
            cast.runs(IncidentEvent.NoteAdded.class, "note", id(cast), "looked at");
            cast.clears("f1", "f2");
            cast.clearsUnheardOf();
            cast.runs(IncidentEvent.Resolved.class, "resolve", id(cast));
            cast.settles();
            leaves(scene, cast);
            cast.runs(IncidentEvent.NoteAdded.class, "note", id(cast), "and the cause");
            cast.settles();
            return List.of(name);
        }
    },

    /// So many events that the older ones go to a page.
    LONG {
        @Override
        List<String> tell(Scene scene, String name, Runnable danger) {
            Cast cast = new Cast(scene, name);
            cast.fires("f0");
            cast.card();
            danger.run();
            cast.firesAtLength(MANY, LENGTH);
            cast.runs(IncidentEvent.NoteAdded.class, "note", id(cast), "long");
            cast.runs(IncidentEvent.Resolved.class, "resolve", id(cast));
            cast.clears(IntStream.range(0, MANY).mapToObj(i -> "f" + i).toArray(String[]::new));
            cast.settles();
            leaves(scene, cast);
            return List.of(name);
        }
    },

    /// Nobody comes: time alone changes it.
    LATE {
        @Override
        List<String> tell(Scene scene, String name, Runnable danger) {
            Cast cast = new Cast(scene, name);
            cast.fires("f1");
            cast.settles();
            danger.run();
            scene.push(Duration.ofMinutes(31));
            cast.awaits(
                    "its target passes",
                    Ledger.event(IncidentEvent.TargetMissed.class::isInstance));
            cast.settles();
            cast.confirms("/frops resolve " + id(cast), IncidentEvent.Resolved.class);
            cast.clears("f1");
            cast.settles();
            leaves(scene, cast);
            return List.of(name);
        }
    },

    /// More than people can read cards of.
    STORM {
        @Override
        List<String> tell(Scene scene, String name, Runnable danger) {
            scene.push(Duration.ofHours(2));
            danger.run();
            List<Cast> casts =
                    IntStream.range(0, GROUPS).mapToObj(i -> new Cast(scene, name + i)).toList();
            casts.forEach(
                    c -> c.fires(Bodies.of(c.group()).label("severity", "warning"), List.of("f")));
            Cast first = casts.getFirst();
            first.awaits("the storm's card", () -> storms(scene) > 0);
            scene.push(Duration.ofSeconds(11));
            casts.forEach(Cast::settles);
            first.awaits("the list", () -> files(scene));
            scene.push(Duration.ofMinutes(6));
            casts.forEach(c -> c.clears("f"));
            scene.push(Duration.ofMinutes(16));
            casts.forEach(c -> c.awaits("it ends by itself", Story::resolved));
            casts.forEach(Cast::settles);
            first.awaits(
                    "the storm is told to its end",
                    () -> scene.state().keys().startingWith("storm/").isEmpty());
            scene.push(Duration.ofMinutes(31));
            casts.forEach(c -> c.awaits("it is in the history", () -> archived(scene, c)));
            return casts.stream().map(Cast::group).toList();
        }
    },

    /// A first start.
    START {
        @Override
        List<String> tell(Scene scene, String name, Runnable danger) {
            danger.run();
            scene.token(World.CLARA);
            Cast cast = new Cast(scene, name);
            cast.asks("/frops incidents");
            cast.awaits(
                    "the greeting",
                    () ->
                            scene.slack().messages(World.INCIDENTS).stream()
                                    .anyMatch(m -> m.content().text().contains("connected")));
            cast.awaits("its record", () -> scene.state().keys().get("hello").isPresent());
            return List.of();
        }
    };

    /// Together more than an incident holds of its events itself, which is 64 KB.
    private static final int MANY = 60;

    private static final int LENGTH = 1900;

    /// One more than people can read cards of in a minute.
    static final int GROUPS = 21;

    /// Where it is cut off, each time before and after.
    List<String> arrows() {
        return switch (this) {
            case COURSE ->
                    List.of(
                            "/webhooks/alertmanager answer",
                            "/slack/events answer",
                            "/commands answer",
                            "keys.draw numbers",
                            "keys.change person",
                            "keys.insert resolved",
                            "incidents.insert",
                            "incidents.change",
                            "incidents.shown",
                            "incidents.delete",
                            "history.copy",
                            "history.change",
                            "history.shown",
                            "views.insert",
                            "views.change",
                            "chat.postMessage",
                            "chat.update",
                            "chat.postEphemeral",
                            "views.open");
            case LONG -> List.of("pages.insert", "incidents.trim");
            case LATE -> List.of("incidents.change", "response_url");
            case STORM ->
                    List.of(
                            "keys.insert storm",
                            "keys.change storm",
                            "keys.remove storm",
                            "keys.insert card",
                            "keys.remove card",
                            "incidents.shown",
                            "files.getUploadURLExternal",
                            "upload_url",
                            "files.completeUploadExternal");
            case START ->
                    List.of(
                            "keys.sweep",
                            "keys.insert hello",
                            "keys.insert token",
                            "keys.insert token-made",
                            "keys.insert person",
                            "chat.postMessage");
        };
    }

    /// @param name of the group, or what its groups' names begin with
    /// @param danger run where it gets dangerous
    /// @return the groups
    abstract List<String> tell(Scene scene, String name, Runnable danger);

    private static String id(Cast cast) {
        return cast.incident().orElseThrow().id().toString();
    }

    private static boolean resolved(StoredIncident s) {
        return s.state().phase() instanceof Phase.Resolved;
    }

    private static void leaves(Scene scene, Cast cast) {
        scene.push(Duration.ofMinutes(31));
        cast.awaits("it is in the history", () -> archived(scene, cast));
    }

    private static boolean archived(Scene scene, Cast cast) {
        return scene.state().incidents().current(Ledger.group(cast.group())).isEmpty();
    }

    static long storms(Scene scene) {
        return scene.slack().messages(World.INCIDENTS).stream()
                .map(Message::content)
                .filter(c -> c.text().contains("storm") || c.text().contains("Storm"))
                .count();
    }

    private static boolean files(Scene scene) {
        return scene.seen().contains("files.completeUploadExternal");
    }
}
