package io.frops.app.wiring;

import io.frops.app.cards.CardKeeper;
import io.frops.app.cards.CardView;
import io.frops.app.cards.Channels;
import io.frops.app.cards.Pace;
import io.frops.app.cards.Pacer;
import io.frops.app.cards.StormView;
import io.frops.app.cards.StormWatch;
import io.frops.app.observe.Meters;
import io.frops.app.work.HeldRoom;
import io.frops.commands.incident.CardContext;
import io.frops.commands.incident.IncidentCard;
import io.frops.commands.incident.IncidentThread;
import io.frops.commands.storm.StormCard;
import io.frops.commands.storm.StormList;
import io.frops.core.chat.ChatRoom;
import io.frops.core.chat.Message;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.StoredIncident;
import io.frops.core.notify.Storm;
import java.time.Instant;
import java.util.Optional;

/// What keeps the cards, for one tenure: what it believes of Slack and the store is true only while
/// nobody else writes there.
record Cards(Pacer pacer, StormWatch storms, Pace pace) {
    static Cards of(Adapters adapters, Core core, Talk talk, Host host, Meters meters) {
        ChatRoom chat = new HeldRoom(adapters.slack().room(), core.lease());
        Channels channels =
                new Channels(talk.routes(), chat, core.incidents(), meters, host.clock());
        Pace pace = new Pace(host.clock());
        CardKeeper keeper =
                new CardKeeper(
                        adapters.state().incidents(),
                        adapters.state().cards(),
                        chat,
                        new View(talk.context()),
                        channels,
                        pace,
                        host.clock(),
                        host.ids());
        StormWatch storms =
                new StormWatch(
                        adapters.state().incidents(),
                        adapters.state().cards(),
                        adapters.state().keys(),
                        chat,
                        new Weather(),
                        channels,
                        talk.askedCards(),
                        core.lag(),
                        pace,
                        meters,
                        host.clock(),
                        host.ids());
        Pacer pacer =
                new Pacer(
                        core.incidents(),
                        keeper,
                        storms,
                        talk.askedCards(),
                        talk.news(),
                        core.lag(),
                        pace,
                        meters,
                        host.clock());
        return new Cards(pacer, storms, pace);
    }

    private record Weather() implements StormView {
        @Override
        public Message card(Storm storm) {
            return StormCard.of(storm);
        }

        @Override
        public String list(Storm storm) {
            return StormList.of(storm);
        }
    }

    private record View(CardContext context) implements CardView {
        @Override
        public Message card(StoredIncident incident, Instant now) {
            return IncidentCard.of(incident, now, context);
        }

        @Override
        public Optional<Line> line(StoredIncident incident, IncidentEvent event) {
            return IncidentThread.line(incident, event, context)
                    .map(l -> new Line(l.message(), l.broadcast()));
        }
    }
}
