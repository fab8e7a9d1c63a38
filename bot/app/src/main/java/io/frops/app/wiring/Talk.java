package io.frops.app.wiring;

import io.frops.app.cards.AskedCards;
import io.frops.app.cards.CardNews;
import io.frops.app.settings.Settings;
import io.frops.commands.Commands;
import io.frops.commands.incident.CardContext;
import io.frops.core.access.KeptDirectory;
import io.frops.core.access.Standings;
import io.frops.core.access.Tokens;
import io.frops.core.chat.Doors;
import io.frops.core.notify.Routes;
import java.util.List;

/// What people can say, and how it is answered.
record Talk(
        Doors doors,
        Tokens tokens,
        CardContext context,
        Routes routes,
        AskedCards askedCards,
        CardNews news) {
    static Talk of(Settings settings, Adapters adapters, Core core, Host host) {
        CardContext context =
                new CardContext(settings.rules(), settings.platform(), settings.answering());
        Routes routes = settings.routing().routes();
        Standings standings =
                adapters.slack()
                        .standings(
                                settings.access().policy(),
                                new KeptDirectory(adapters.state().keys()));
        Tokens tokens = new Tokens(adapters.state().keys(), host.clock(), host.random());
        AskedCards asked = new AskedCards(adapters.state().keys(), adapters.slack().room());
        CardNews news = new CardNews();
        Commands commands =
                new Commands(
                        core.incidents(),
                        adapters.state().cards(),
                        asked,
                        standings,
                        tokens,
                        List.copyOf(adapters.sources().values()),
                        adapters.health(),
                        new Self(adapters, core, news, host),
                        context,
                        routes,
                        host.clock(),
                        host.references());
        return new Talk(commands.registry(), tokens, context, routes, asked, news);
    }
}
