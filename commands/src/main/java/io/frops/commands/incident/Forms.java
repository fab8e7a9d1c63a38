package io.frops.commands.incident;

import io.frops.commands.say.Counts;
import io.frops.core.chat.Block;
import io.frops.core.chat.Block.Input;
import io.frops.core.chat.Choice;
import io.frops.core.chat.Form;
import io.frops.core.chat.Text;
import io.frops.core.incident.Incident;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import io.frops.core.platform.Services;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The dialogs that ask for what a command lacks. Pure.
final class Forms {
    /// A reason is a sentence; it also goes into a button's words.
    static final int LONGEST_REASON = 300;

    static final int LONGEST_NOTE = 2000;
    static final int LONGEST_SUMMARY = 150;
    private static final int MOST_CHOICES = 100;
    private static final int LONGEST_LABEL = 75;

    private Forms() {}

    static Form escalate(Incident incident, String assume) {
        List<String> words = words("escalate", incident);
        if (!assume.isEmpty()) {
            words.add("--assume=" + assume);
        }
        return new Form(
                "escalate",
                "Escalate " + incident.id(),
                "Escalate",
                words,
                List.of(
                        summary(incident),
                        new Input(
                                "reason",
                                "Why is the next level needed?",
                                new Input.Kind.Lines(
                                        null, "What was tried, what is missing", LONGEST_REASON),
                                "Those who are called read this first.",
                                false)));
    }

    static Form note(Incident incident) {
        return new Form(
                "note",
                "Note on " + incident.id(),
                "Add note",
                words("note", incident),
                List.of(
                        summary(incident),
                        new Input(
                                "text",
                                "Note",
                                new Input.Kind.Lines(null, "What you saw or did", LONGEST_NOTE),
                                "Shown in the thread, the timeline and the report.",
                                false)));
    }

    static Form silence(Incident incident) {
        List<Choice> lengths =
                List.of(
                        new Choice("30 minutes", "30m"),
                        new Choice("1 hour", "1h"),
                        new Choice("4 hours", "4h"),
                        new Choice("1 day", "1d"));
        return new Form(
                "silence",
                "Silence " + incident.id(),
                "Preview",
                words("silence", incident),
                List.of(
                        summary(incident),
                        new Input(
                                "for",
                                "For how long?",
                                new Input.Kind.OneOf(lengths, lengths.get(1)),
                                null,
                                false),
                        new Input(
                                "reason",
                                "Why?",
                                new Input.Kind.Line(null, "Known, being worked on", LONGEST_REASON),
                                "Shown in Alertmanager beside your name.",
                                false)));
    }

    /// @param others incidents to merge with, at least one
    static Form duplicate(Incident incident, List<StoredIncident> others) {
        List<Choice> choices =
                others.stream().limit(MOST_CHOICES).map(s -> choice(s.state())).toList();
        return new Form(
                "duplicate",
                "Duplicate",
                "Merge",
                words("duplicate", incident),
                List.of(
                        summary(incident),
                        new Input(
                                "of",
                                "Which incident is the same?",
                                new Input.Kind.OneOf(choices, null),
                                "The newer one is merged into the older one.",
                                false)));
    }

    static Form declare(String severity, String text, Services services) {
        List<Choice> severities =
                Arrays.stream(Severity.values())
                        .map(s -> new Choice(s + " " + s.word(), s.name()))
                        .toList();
        Choice chosen =
                Severity.read(severity).map(s -> severities.get(s.number() - 1)).orElse(null);
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Input(
                        "severity",
                        "How bad is it?",
                        new Input.Kind.OneOf(severities, chosen),
                        "SEV1: outage, data loss, breach. SEV2: partly down. SEV3: workaround. SEV4: minor.",
                        false));
        blocks.add(
                new Input(
                        "text",
                        "What is wrong?",
                        new Input.Kind.Line(
                                text.isEmpty() ? null : text,
                                "Users cannot log in",
                                LONGEST_SUMMARY),
                        null,
                        false));
        List<Choice> names =
                services.all().stream()
                        .limit(MOST_CHOICES)
                        .map(s ->
                                new Choice(
                                        Counts.line(s.name().value(), LONGEST_LABEL),
                                        s.name().value()))
                        .toList();
        if (!names.isEmpty()) {
            blocks.add(
                    new Input(
                            "service",
                            "Which service?",
                            new Input.Kind.OneOf(names, null),
                            null,
                            true));
        }
        return new Form("declare", "Declare an incident", "Declare", List.of("declare"), blocks);
    }

    private static Block summary(Incident incident) {
        return Block.Section.of(
                Text.bold(incident.id() + " " + incident.severity())
                        .plain(" " + Counts.line(incident.subject().summary(), LONGEST_SUMMARY)));
    }

    private static Choice choice(Incident incident) {
        String label =
                incident.id() + " " + incident.severity() + " " + incident.subject().summary();
        return new Choice(Counts.line(label, LONGEST_LABEL), incident.id().toString());
    }

    private static List<String> words(String command, Incident incident) {
        return new ArrayList<>(List.of(command, incident.id().toString()));
    }
}
