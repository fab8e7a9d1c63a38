package io.frops.commands.incident;

import io.frops.commands.say.Say;
import io.frops.core.access.Role;
import io.frops.core.chat.Block;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.PlainText;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.chat.Text;
import io.frops.core.incident.StoredIncident;
import io.frops.core.notify.CardRow;
import io.frops.core.notify.Routes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Explains an incident from its events alone: why it was opened, as how severe, what was merged,
/// held or presumed, and where it was shown. What is not recorded is said to be computed.
final class WhyCommand implements SlashCommand<WhyArguments> {
    private final Desk desk;
    private final Routes routes;

    WhyCommand(Desk desk, Routes routes) {
        this.desk = desk;
        this.routes = routes;
    }

    @Override
    public String name() {
        return "why";
    }

    @Override
    public String summary() {
        return "Explain an incident step by step: which alert, rule, route and person";
    }

    @Override
    public List<String> examples() {
        return List.of("why INC-42", "why INC-42 --page=2");
    }

    @Override
    public Spec spec() {
        return Spec.read(Role.VIEWER);
    }

    @Override
    public WhyArguments arguments() {
        return new WhyArguments();
    }

    @Override
    public Outcome run(WhyArguments arguments, Invocation invocation) {
        return switch (desk.look(arguments.id, invocation)) {
            case Found.Not(var outcome) -> outcome;
            case Found.It(var incident) ->
                    explain(desk.incidents().store().whole(incident), arguments.page);
        };
    }

    private Outcome explain(StoredIncident incident, int page) {
        Instant now = desk.clock().instant();
        List<CardRow> rows = desk.cards().of(incident.id());
        List<WhyStep> steps = new ArrayList<>(WhySteps.of(incident));
        steps.addAll(WhyCards.of(incident, rows, now));
        steps.sort(Comparator.comparing(WhyStep::at));
        List<Text> today =
                new WhyToday(incident, desk.context(), routes, now)
                        .lines(WhyCards.severity(incident, rows));
        WhyView view = new WhyView(incident, steps, today, page);
        if (page < 1 || page > view.pages()) {
            return desk.usage(
                    incident.id()
                            + " has "
                            + (view.pages() == 1 ? "1 page" : view.pages() + " pages")
                            + " of steps. Write --page=1 to --page="
                            + view.pages()
                            + ".");
        }
        Block[] more = view.blocks().toArray(Block[]::new);
        return new Outcome.Done(
                desk.say().caller(view.verdict(), more).with(data(incident, steps, today)));
    }

    /// All steps, whatever the page.
    private Map<String, Object> data(
            StoredIncident incident, List<WhyStep> steps, List<Text> today) {
        Say say = desk.say();
        PlainText plain = new PlainText(ZoneOffset.UTC, say.people()::name);
        return Map.of(
                "id", incident.id().toString(),
                "steps",
                        steps.stream()
                                .map(s ->
                                        Map.of("at", s.at().toString(), "text", plain.of(s.text())))
                                .toList(),
                "computed", today.stream().map(plain::of).toList());
    }
}
