package io.frops.commands;

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
import io.frops.core.alert.AlertSource;
import io.frops.core.chat.SlashCommand;
import io.frops.core.incident.Incidents;
import io.frops.core.notify.CardDesk;
import io.frops.core.notify.CardStore;
import io.frops.core.notify.Routes;
import io.frops.core.observe.SelfReport;
import io.frops.core.platform.HealthSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What all commands together need, and the registry of all commands.
///
/// @param context rules, services and people, as cards are drawn with them
/// @param cardDesk where an incident's own card is asked for
/// @param self looks at the bot itself
/// @param references fresh ids for mistakes of our own, shown to people and logged
public record Commands(
        Incidents incidents,
        CardStore cards,
        CardDesk cardDesk,
        Standings standings,
        Tokens tokens,
        List<? extends AlertSource> sources,
        List<? extends HealthSource> health,
        Supplier<SelfReport> self,
        CardContext context,
        Routes routes,
        InstantSource clock,
        Supplier<String> references) {
    /// Each source answers within this or is told as silent.
    private static final Duration HEALTH_WITHIN = Duration.ofSeconds(3);

    public Commands {
        sources = List.copyOf(sources);
        health = List.copyOf(health);
    }

    /// What every door hands its words to.
    public Registry registry() {
        Say say = new Say(context.people());
        List<SlashCommand<?>> others = new ArrayList<>();
        others.addAll(
                IncidentCommands.all(
                        new Desk(incidents, cards, clock, context), cardDesk, routes, sources));
        others.add(
                new HealthCommand(
                        context.services(), new Checkup(health, HEALTH_WITHIN), self, say));
        others.add(new TokenCommand(tokens, say));
        others.add(new WhoamiCommand(standings, say));
        others.add(new HelloCommand(say));
        List<SlashCommand<?>> all = new ArrayList<>(others);
        all.add(new HelpCommand(new Catalogue(others), standings, say));
        return new Registry(new Catalogue(all), standings, say, references);
    }
}
