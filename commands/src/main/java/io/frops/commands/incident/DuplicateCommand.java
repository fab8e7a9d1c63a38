package io.frops.commands.incident;

import io.frops.core.access.Role;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.chat.Text;
import io.frops.core.incident.Change;
import io.frops.core.incident.Incident;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Lookup;
import io.frops.core.incident.Phase;
import io.frops.core.incident.Refusal;
import io.frops.core.incident.Result;
import io.frops.core.incident.StoredIncident;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Merges two incidents that are the same: always the newer into the older, however it is said.
final class DuplicateCommand implements SlashCommand<DuplicateArguments> {
    /// A menu has at most 100 lines.
    private static final int MOST = 100;

    private final Desk desk;

    DuplicateCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "duplicate";
    }

    @Override
    public String summary() {
        return "Merge two incidents that are the same, the newer into the older";
    }

    @Override
    public List<String> examples() {
        return List.of("duplicate INC-43 INC-42");
    }

    @Override
    public Spec spec() {
        return Spec.change(Role.RESPONDER);
    }

    @Override
    public DuplicateArguments arguments() {
        return new DuplicateArguments();
    }

    @Override
    public Outcome run(DuplicateArguments arguments, Invocation invocation) {
        String first = arguments.first;
        String of = arguments.of();
        if (first != null && of == null) {
            return oneWord(first, invocation);
        }
        return switch (desk.find(first, invocation)) {
            case Found.Not(var outcome) -> outcome;
            case Found.It(var incident) -> withOther(incident, of, invocation);
        };
    }

    /// In the thread of another incident the word is that one's twin, else it is the incident
    /// itself and the twin is missing.
    private Outcome oneWord(String word, Invocation invocation) {
        return switch (desk.find(word, invocation)) {
            case Found.Not(var outcome) -> outcome;
            case Found.It(var named) ->
                    desk.find(null, invocation) instanceof Found.It(var here)
                                    && !here.id().equals(named.id())
                            ? merge(here, named, invocation)
                            : withOther(named, null, invocation);
        };
    }

    private Outcome withOther(StoredIncident incident, @Nullable String of, Invocation invocation) {
        if (of == null) {
            return missing(incident, invocation);
        }
        return switch (desk.find(of, invocation)) {
            case Found.Not(var outcome) -> outcome;
            case Found.It(var other) -> merge(incident, other, invocation);
        };
    }

    private Outcome missing(StoredIncident incident, Invocation invocation) {
        if (!invocation.form()) {
            return desk.usage("Of which incident is " + incident.id() + " a duplicate?");
        }
        List<StoredIncident> others =
                desk.worst(MOST).stream().filter(s -> !s.id().equals(incident.id())).toList();
        return others.isEmpty()
                ? desk.refused(
                        incident.state(),
                        Text.of(
                                "No other incident is open that "
                                        + incident.id()
                                        + " could repeat."))
                : new Outcome.Ask(Forms.duplicate(incident.state(), others));
    }

    private Outcome merge(StoredIncident one, StoredIncident two, Invocation invocation) {
        if (one.id().equals(two.id())) {
            return desk.usage(one.id() + " cannot be a duplicate of itself.");
        }
        boolean firstIsOlder = one.id().compareTo(two.id()) < 0;
        StoredIncident newer = firstIsOlder ? two : one;
        return switch (last(firstIsOlder ? one : two)) {
            case Lookup.Understood(var target) -> mergeInto(newer, target, invocation);
            case Lookup.ReadOnly(var target) -> desk.refused(target);
            case Lookup.Absent _ -> throw new IllegalStateException("it was there just now");
        };
    }

    private Outcome mergeInto(StoredIncident newer, StoredIncident target, Invocation invocation) {
        Incident older = target.state();
        if (newer.remembers(invocation.id())) {
            return desk.done(newer.state(), said(newer.state()));
        }
        if (older.phase() instanceof Phase.Resolved(var by, var at, _)) {
            Text why =
                    RefusalWords.of(
                            target, new Refusal.AlreadyResolved(by, at), desk.clock().instant());
            return desk.refused(
                    older, why.plain(" If it is back: ").code("/frops reopen " + older.id()));
        }
        Result result =
                desk.incidents()
                        .change(
                                newer.id(),
                                invocation.id(),
                                new Change.MergeInto(invocation.caller(), older.id()),
                                invocation.withdrawn());
        return undone(newer, older.id())
                .orElseGet(() -> desk.answer(result, DuplicateCommand::said));
    }

    /// Somebody may have resolved the older one between the look and the merge: then it never
    /// counted the newer one, which must not end with it.
    private Optional<Outcome> undone(StoredIncident newer, IncidentId target) {
        StoredIncident older = desk.incidents().find(target).orElse(null);
        if (older == null || !older.state().resolved()) {
            return Optional.empty();
        }
        Result result =
                desk.incidents()
                        .change(newer.id(), null, new Change.CloseWithTarget(older.state()));
        return result instanceof Result.Changed(var after, _) && !after.state().resolved()
                ? Optional.of(desk.refused(after.state(), late(newer.id(), target)))
                : Optional.empty();
    }

    private static Text late(IncidentId newer, IncidentId older) {
        return Text.of(
                        older
                                + " was resolved just before "
                                + newer
                                + " was merged into it, so they are not merged: "
                                + newer
                                + " is open, its acknowledgement is cleared and escalation starts again. If "
                                + older
                                + " is back: ")
                .code("/frops reopen " + older);
    }

    /// The incident at the end of a chain of merges. Each goes to a smaller number, so it ends.
    private Lookup last(StoredIncident incident) {
        if (!(incident.state().phase() instanceof Phase.Merged(var target, _, _))) {
            return new Lookup.Understood(incident);
        }
        Lookup next = desk.incidents().look(target);
        return switch (next) {
            case Lookup.Understood(var older) -> last(older);
            case Lookup.ReadOnly _ -> next;
            case Lookup.Absent _ -> new Lookup.Understood(incident);
        };
    }

    private static Text said(Incident merged) {
        return merged.phase() instanceof Phase.Merged(var target, _, _)
                ? Text.of(
                        merged.id()
                                + " is merged into "
                                + target
                                + ": it pages nobody, its alerts count there, and it closes with it.")
                : Text.of(merged.id() + " is " + merged.phase().word() + ".");
    }
}
