package io.frops.commands.incident;

import io.frops.core.access.Role;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.MessageRef;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.chat.Text;
import io.frops.core.incident.Incident;
import io.frops.core.notify.CardDesk;
import io.frops.core.notify.CardRow;
import io.frops.core.notify.Routes;
import java.util.List;
import java.util.Optional;

/// Gives an incident a card of its own, which in a storm it has not by itself; or says where it is.
final class CardCommand implements SlashCommand<TargetArguments> {
    private final Desk desk;
    private final CardDesk cards;
    private final Routes routes;

    CardCommand(Desk desk, CardDesk cards, Routes routes) {
        this.desk = desk;
        this.cards = cards;
        this.routes = routes;
    }

    @Override
    public String name() {
        return "card";
    }

    @Override
    public String summary() {
        return "Post an incident's own card, or tell where it is";
    }

    @Override
    public List<String> examples() {
        return List.of("card INC-42");
    }

    @Override
    public Spec spec() {
        return Spec.change(Role.RESPONDER);
    }

    @Override
    public TargetArguments arguments() {
        return new TargetArguments();
    }

    @Override
    public Outcome run(TargetArguments arguments, Invocation invocation) {
        return switch (desk.find(arguments.id, invocation)) {
            case Found.Not(var outcome) -> outcome;
            case Found.It(var stored) -> card(stored.state(), invocation);
        };
    }

    private Outcome card(Incident incident, Invocation invocation) {
        Optional<MessageRef> there =
                desk.cards(incident.id()).stream()
                        .map(CardRow::message)
                        .flatMap(Optional::stream)
                        .findFirst();
        if (there.isPresent()) {
            return desk.done(incident, where(incident, there.get()));
        }
        if (invocation.withdrawn().getAsBoolean()) {
            return desk.withdrawn();
        }
        cards.ask(incident.id());
        String channel = routes.channel(incident.subject().service(), incident.severity());
        return desk.done(
                incident,
                Text.of("The card of ")
                        .strong(incident.id().toString())
                        .plain(" comes to " + channel + " in a moment, ahead of the queue."));
    }

    private Text where(Incident incident, MessageRef card) {
        Text text = Text.EMPTY.strong(incident.id().toString());
        return cards.link(card)
                .map(link -> text.plain(" has its card: ").link(link, "open it").plain("."))
                .orElseGet(() -> text.plain(" has its card already; Slack did not tell its link."));
    }
}
