package io.frops.sandbox.slack;

import io.frops.sandbox.slack.api.CallLog;
import io.frops.sandbox.slack.api.Faults;
import io.frops.sandbox.slack.api.WebApi;
import io.frops.sandbox.slack.blocks.Ids;
import io.frops.sandbox.slack.http.Exchange;
import io.frops.sandbox.slack.http.LoopbackServer;
import io.frops.sandbox.slack.interact.BotLink;
import io.frops.sandbox.slack.interact.Commands;
import io.frops.sandbox.slack.interact.Events;
import io.frops.sandbox.slack.interact.HttpLink;
import io.frops.sandbox.slack.interact.Presses;
import io.frops.sandbox.slack.interact.ResponseUrls;
import io.frops.sandbox.slack.interact.SocketLink;
import io.frops.sandbox.slack.interact.Submissions;
import io.frops.sandbox.slack.interact.Talk;
import io.frops.sandbox.slack.page.CommandHint;
import io.frops.sandbox.slack.page.Page;
import io.frops.sandbox.slack.page.Unread;
import io.frops.sandbox.slack.socket.Sockets;
import io.frops.sandbox.slack.workspace.Change;
import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Drafts;
import io.frops.sandbox.slack.workspace.Message;
import io.frops.sandbox.slack.workspace.Modals;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.Triggers;
import io.frops.sandbox.slack.workspace.Workspace;
import java.net.URI;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// A Slack workspace on this machine: the Web API under [#api], a page for people at [#page], and
/// signed posts to the bot for all that people do. Listens from construction until [#close].
public final class SlackSimulator implements AutoCloseable {
    private final Workspace workspace;
    private final LoopbackServer server;
    private final HttpLink http;
    private final Sockets sockets;
    private final Events events;
    private final WebApi api;
    private final Acting.Doors doors;
    private final Stream stream;

    /// @param welcome told the path of a pressed welcome button and the person's id; answers with a
    ///   line to show
    public SlackSimulator(SlackSettings settings, BiFunction<String, String, String> welcome) {
        Supplier<String> random = ids(settings.random());
        workspace =
                new Workspace(
                        settings.team(),
                        settings.clock(),
                        settings.people(),
                        settings.groups(),
                        settings.channels(),
                        settings.file());
        settings.people().forEach(p -> workspace.direct(p.id()));
        Drafts drafts = new Drafts(new Ids(random));
        Modals modals = new Modals(workspace, new Ids(random), random);
        Triggers triggers = new Triggers(settings.clock(), settings.pace().trigger(), random);
        http =
                new HttpLink(
                        settings.bot(),
                        settings.signingSecret(),
                        settings.clock(),
                        settings.pace().patience());
        sockets =
                new Sockets(
                        settings.team().appId(),
                        settings.clock(),
                        settings.random(),
                        settings.pace().patience());
        BotLink bot = settings.access().app() == null ? http : new SocketLink(sockets);
        events = new Events(workspace, bot, settings.pace().eventRetries(), random);
        ResponseUrls urls = new ResponseUrls(workspace, drafts, this::page, random);
        api =
                new WebApi(
                        workspace,
                        settings.access(),
                        new WebApi.Parts(
                                drafts, modals, triggers, random, () -> sockets.ticket(page())),
                        this::page,
                        settings.pace().limits());
        var names = settings.hints().stream().map(CommandHint::name).collect(Collectors.toSet());
        doors =
                new Acting.Doors(
                        new Presses(workspace, bot, triggers, urls, modals),
                        new Commands(workspace, bot, triggers, urls, drafts, names),
                        new Submissions(workspace, bot, triggers, modals),
                        new Talk(workspace, events),
                        modals);
        stream = new Stream(workspace);
        Unread unread = new Unread(workspace);
        Page page = new Page(workspace, settings.hints(), settings.welcome(), unread);
        PeopleRoutes people = new PeopleRoutes(workspace, this::as, unread, welcome);
        server =
                new LoopbackServer(
                        settings.port(),
                        new Routes(api, urls, people, new PageRoutes(workspace, page, stream))
                                ::serve,
                        sockets::serve);
        server.start();
    }

    public SlackSimulator(SlackSettings settings) {
        this(settings, (_, _) -> "Nothing is connected to this button.");
    }

    /// Short random texts; ten characters of base 36 carry 51 bits.
    private static Supplier<String> ids(RandomGenerator random) {
        return () -> {
            String text = Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
            return ("0000000000" + text).substring(text.length());
        };
    }

    /// The page's address, without a slash at its end.
    public URI page() {
        return server.address();
    }

    /// The Web API's base address, ending in `/api/`.
    public URI api() {
        return server.address().resolve("/api/");
    }

    /// Names the bot's address, for a bot that starts later than its Slack.
    public void connect(URI address) {
        http.connect(address);
    }

    /// The connections of Socket Mode, and what can go wrong with them.
    public Sockets sockets() {
        return sockets;
    }

    /// Somebody's hands and eyes.
    public Acting as(String person) {
        Person who =
                workspace
                        .person(person)
                        .filter(p -> p.kind() != Person.Kind.BOT)
                        .orElseThrow(
                                () -> new IllegalArgumentException("Nobody has the id " + person));
        return new Acting(workspace, doors, who);
    }

    /// Messages of a channel, replies not among them, oldest first.
    public List<Message> messages(String channel) {
        return workspace.messages(channel).stream().filter(m -> !m.isReply()).toList();
    }

    /// A message and its replies, oldest first.
    public List<Message> thread(String channel, String ts) {
        return workspace.thread(channel, ts);
    }

    public List<Person> people() {
        return workspace.people().stream().filter(p -> p.kind() != Person.Kind.BOT).toList();
    }

    public List<Channel> channels() {
        return workspace.channels();
    }

    /// Changes a channel behind the app's back: archived, without the bot, new.
    public void set(Channel channel) {
        workspace.apply(new Change.ChannelSet(channel));
    }

    public Faults faults() {
        return api.faults();
    }

    public CallLog calls() {
        return api.log();
    }

    /// Scales the rate limits.
    ///
    /// @param scale 1 for Slack's own limits, 0 for none
    public void rateLimits(double scale) {
        api.rateLimits(scale);
    }

    @Override
    public void close() {
        api.faults().clear();
        stream.close();
        events.close();
        sockets.close();
        server.close();
        http.close();
        workspace.close();
    }

    /// Which face of the simulator a path belongs to.
    private record Routes(WebApi api, ResponseUrls urls, PeopleRoutes people, PageRoutes page) {
        void serve(Exchange exchange) {
            String path = exchange.path();
            if (path.startsWith("/api/")) {
                api.serve(exchange);
            } else if (path.startsWith("/actions/")) {
                urls.serve(exchange);
            } else if (path.startsWith("/upload/")) {
                api.upload(exchange);
            } else if (path.startsWith("/people/")) {
                people.serve(exchange);
            } else {
                page.serve(exchange);
            }
        }
    }
}
