package io.frops.app.wiring;

import io.frops.app.settings.Settings;
import io.frops.commands.door.Catalogue;
import io.frops.commands.door.Registry;
import io.frops.commands.health.Checkup;
import io.frops.commands.health.HealthCommand;
import io.frops.commands.help.HelloCommand;
import io.frops.commands.help.HelpCommand;
import io.frops.commands.help.WhoamiCommand;
import io.frops.commands.incident.CardContext;
import io.frops.commands.incident.Desk;
import io.frops.commands.incident.IncidentCommands;
import io.frops.commands.say.Say;
import io.frops.commands.token.TokenCommand;
import io.frops.core.access.Standings;
import io.frops.core.access.Tokens;
import io.frops.core.chat.Doors;
import io.frops.core.chat.SlashCommand;
import io.frops.core.memory.MemoryDirectoryCache;
import io.frops.core.notify.Routes;
import io.frops.core.oncall.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What people can say, and how it is answered.
record Talk(Doors doors, Standings standings, Tokens tokens, CardContext context, Routes routes) {
    private static final Duration HEALTH_WITHIN = Duration.ofSeconds(3);

    static Talk of(Settings settings, Adapters adapters, Core core, Host host) {
        People people = settings.answering();
        Say say = new Say(people);
        CardContext context = new CardContext(settings.rules(), settings.platform(), people);
        Routes routes = settings.routing().routes();
        Standings standings =
                adapters.slack().standings(settings.access().policy(), new MemoryDirectoryCache());
        Tokens tokens = new Tokens(adapters.state().keys(), host.clock(), host.random());
        Desk desk = new Desk(core.incidents(), adapters.state().cards(), host.clock(), context);
        List<SlashCommand<?>> commands = new ArrayList<>();
        commands.add(new HelloCommand(say));
        commands.addAll(
                IncidentCommands.all(desk, routes, List.copyOf(adapters.sources().values())));

        commands.add(
                new HealthCommand(
                        settings.platform(), new Checkup(adapters.health(), HEALTH_WITHIN), say));
        commands.add(new TokenCommand(tokens, say));
        commands.add(new WhoamiCommand(standings, say));
        Catalogue others = new Catalogue(commands);
        commands.add(new HelpCommand(others, standings, say));
        Doors doors = new Registry(new Catalogue(commands), standings, say, host.references());
        return new Talk(doors, standings, tokens, context, routes);
    }
}
