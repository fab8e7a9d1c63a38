package io.frops.commands.health;

import io.frops.commands.say.Counts;
import io.frops.commands.say.Nearest;
import io.frops.commands.say.Say;
import io.frops.core.access.Role;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Reply;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.chat.Text;
import io.frops.core.observe.SelfReport;
import io.frops.core.platform.Service;
import io.frops.core.platform.Services;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Tells how the services are.
public final class HealthCommand implements SlashCommand<HealthArguments> {
    /// The bot's own name, for its own health.
    private static final String OURSELVES = "frops";

    private final Services services;
    private final Checkup checkup;
    private final Supplier<SelfReport> self;
    private final Say say;

    /// @param self looks at the bot itself
    public HealthCommand(Services services, Checkup checkup, Supplier<SelfReport> self, Say say) {
        this.self = self;
        this.services = services;
        this.checkup = checkup;
        this.say = say;
    }

    @Override
    public String name() {
        return "health";
    }

    @Override
    public String summary() {
        return "Tell how the services are: probes, deployments, pods";
    }

    @Override
    public List<String> examples() {
        return List.of("health", "health backend", "health " + OURSELVES);
    }

    @Override
    public Spec spec() {
        return Spec.read(Role.VIEWER);
    }

    @Override
    public HealthArguments arguments() {
        return new HealthArguments();
    }

    @Override
    public Outcome run(HealthArguments arguments, Invocation invocation) {
        if (OURSELVES.equalsIgnoreCase(arguments.service) && services.find(OURSELVES).isEmpty()) {
            SelfReport report = self.get();
            Reply reply = Reply.toCaller(SelfView.of(report, say));
            return new Outcome.Done(reply.with(SelfView.data(report)));
        }
        if (services.all().isEmpty()) {
            return done(List.of());
        }
        String named = arguments.service;
        if (named == null) {
            return done(checkup.of(services.all()));
        }
        Optional<Service> service = services.find(named);
        return service.isPresent()
                ? done(checkup.of(List.of(service.get())))
                : new Outcome.Unknown(say.caller(unknown(named)));
    }

    private Outcome done(List<Checked> checked) {
        Reply reply = Reply.toCaller(HealthView.of(checked, say));
        return new Outcome.Done(reply.with(HealthData.of(checked)));
    }

    private Text unknown(String named) {
        List<String> names = services.all().stream().map(s -> s.name().value()).toList();
        Text text = Text.of("There is no service \"" + Counts.clipped(named, 60) + "\". ");
        return Nearest.to(named, names)
                .map(near -> text.plain("Did you mean ").code("/frops health " + near).plain("?"))
                .orElseGet(() -> text.plain("There are " + Counts.list(names) + "."));
    }
}
