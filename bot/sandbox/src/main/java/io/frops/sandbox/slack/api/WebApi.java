package io.frops.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.http.Exchange;
import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Drafts;
import io.frops.sandbox.slack.workspace.Modals;
import io.frops.sandbox.slack.workspace.Refusal;
import io.frops.sandbox.slack.workspace.Triggers;
import io.frops.sandbox.slack.workspace.Workspace;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/// The Web API: `/api/METHOD`, by form or JSON, with a bearer token.
public final class WebApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// The one method that takes the app-level token, and no other.
    private static final String SOCKETS = "apps.connections.open";

    private final Workspace workspace;
    private final Access access;
    private final Catalogue catalogue = new Catalogue();
    private final Map<String, Function<Call, ObjectNode>> methods = new HashMap<>();
    private final FileMethods files;
    private final RateLimiter limiter;
    private final Faults faults = new Faults();
    private final CallLog log = new CallLog();

    /// @param page the address of this server, known once it listens
    /// @param scale of the rate limits: 1 is Slack's own, 0 turns them off
    public WebApi(
            Workspace workspace, Access access, Parts parts, Supplier<URI> page, double scale) {
        this.workspace = workspace;
        this.access = access;
        this.limiter = new RateLimiter(workspace.clock(), scale);
        Conversations conversations = new Conversations(workspace, access.scopes());
        this.files = new FileMethods(workspace, conversations, page, parts.random());
        methods.putAll(new ChatMethods(workspace, conversations, parts.drafts(), page).all());
        methods.putAll(new ViewMethods(workspace, parts.modals(), parts.triggers()).all());
        methods.putAll(new ConversationMethods(workspace, conversations).all());
        methods.putAll(new HistoryMethods(workspace, conversations).all());
        methods.putAll(new PeopleMethods(workspace, access.scopes(), page).all());
        methods.putAll(files.all());
        methods.put("api.test", _ -> JSON.objectNode());
        methods.put(SOCKETS, _ -> JSON.objectNode().put("url", parts.tickets().get().toString()));
    }

    /// What the methods share with the people's side.
    ///
    /// @param tickets an address for one connection of Socket Mode
    public record Parts(
            Drafts drafts,
            Modals modals,
            Triggers triggers,
            Supplier<String> random,
            Supplier<URI> tickets) {}

    public Faults faults() {
        return faults;
    }

    public CallLog log() {
        return log;
    }

    /// Scales the rate limits.
    ///
    /// @param scale 1 for Slack's own limits, 0 for none
    public void rateLimits(double scale) {
        limiter.scale(scale);
    }

    /// Answers `/api/METHOD`.
    public void serve(Exchange exchange) {
        String name = exchange.path().substring("/api/".length());
        Fault fault = faults.next(name);
        if (fault != null && fails(exchange, name, fault)) {
            return;
        }
        Answer answer = answer(exchange, name);
        log.add(answer.entry());
        if (fault != null) {
            exchange.cut();
        }
        exchange.with("x-oauth-scopes", String.join(",", new TreeSet<>(access.scopes())));
        if (answer.retryAfter() > 0) {
            exchange.with("Retry-After", Integer.toString(answer.retryAfter()));
        }
        exchange.json(answer.retryAfter() > 0 ? 429 : 200, answer.body());
    }

    private record Answer(ObjectNode body, int retryAfter, CallLog.Entry entry) {}

    /// Carries out a fault that does nothing else. False when the call is still to be done.
    private boolean fails(Exchange exchange, String name, Fault fault) {
        if (fault instanceof Fault.LostReply) {
            return false;
        }
        log.add(entry(name, JSON.objectNode(), "fault", Set.of()));
        switch (fault) {
            case Fault.Refuse(String code) -> exchange.json(200, refused(new Refusal(code)));
            case Fault.TooMany(int after) ->
                    exchange.with("Retry-After", Integer.toString(after))
                            .json(429, refused(new Refusal("ratelimited")));
            case Fault.Status(int code) -> exchange.send(code, "text/plain", "");
            case Fault.Hang _ -> {
                faults.hang();
                exchange.cut();
            }
            case Fault.Reset _ -> exchange.cut();
            case Fault.LostReply _ -> throw new AssertionError("handled above");
        }
        return true;
    }

    private Answer answer(Exchange exchange, String name) {
        Catalogue.Method method = catalogue.find(name).orElse(null);
        Function<Call, ObjectNode> work = methods.get(name);
        if (method == null || work == null) {
            ObjectNode body = refused(new Refusal("unknown_method")).put("req_method", name);
            return new Answer(body, 0, entry(name, JSON.objectNode(), "unknown_method", Set.of()));
        }
        ObjectNode args = JSON.objectNode();
        try {
            Arguments.read(exchange, method, args);
            Call call = new Call(method, args);
            authenticate(exchange, args, name);
            scope(call);
            int wait = limiter.admit(method, args.path("channel").asText(""));
            if (wait > 0) {
                return done(call, refused(new Refusal("ratelimited")), wait);
            }
            call.required();
            ObjectNode body = JSON.objectNode().put("ok", true);
            body.setAll(work.apply(call));
            return done(call, body, 0);
        } catch (Refusal refusal) {
            documented(method, refusal);
            ObjectNode body = refused(refusal);
            if (refusal.code().equals("missing_scope")) {
                body.put("needed", refusal.messages().getFirst());
                body.put("provided", String.join(",", new TreeSet<>(access.scopes())));
                body.remove(List.of("errors", "response_metadata"));
            }
            return done(new Call(method, args), body, 0);
        }
    }

    private Answer done(Call call, ObjectNode body, int wait) {
        Set<String> unknown = new TreeSet<>();
        call.args().fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(call.method().args());
        String outcome = body.path("ok").asBoolean() ? "ok" : body.path("error").asText();
        ObjectNode shown = call.args().deepCopy();
        shown.remove("token");
        return new Answer(body, wait, entry(call.method().name(), shown, outcome, unknown));
    }

    private CallLog.Entry entry(String name, ObjectNode args, String outcome, Set<String> unknown) {
        return new CallLog.Entry(workspace.clock().instant(), name, args, outcome, unknown);
    }

    /// An error that the method's reference does not list is a mistake of ours, never an answer.
    private static void documented(Catalogue.Method method, Refusal refusal) {
        if (!method.mayAnswer(refusal.code())) {
            throw new IllegalStateException(method.name() + " never answers " + refusal.code());
        }
    }

    private void authenticate(Exchange exchange, ObjectNode args, String name) {
        String header = exchange.header("Authorization");
        String token =
                header != null && header.startsWith("Bearer ")
                        ? header.substring(7)
                        : args.path("token").asText("");
        if (name.equals("api.test")) {
            return;
        }
        if (token.isBlank()) {
            throw new Refusal("not_authed");
        }
        if (name.equals(SOCKETS)) {
            app(token.strip());
        } else if (!token.strip().equals(access.botToken())) {
            throw new Refusal(
                    token.startsWith("xapp-") ? "not_allowed_token_type" : "invalid_auth");
        }
    }

    private void app(String token) {
        Access.App app = access.app();
        if (!token.startsWith("xapp-")) {
            throw new Refusal("not_allowed_token_type");
        }
        if (app == null || !app.token().equals(token)) {
            throw new Refusal("invalid_auth");
        }
        if (!app.scopes().contains(Access.App.CONNECTIONS)) {
            throw new Refusal("missing_scope", List.of(Access.App.CONNECTIONS));
        }
    }

    private void scope(Call call) {
        Set<String> needed = call.method().scopes();
        if (call.method().name().equals("conversations.list")) {
            for (Channel.Kind kind : ConversationMethods.kinds(call)) {
                need(Conversations.scope(kind, "read"));
            }
        } else if (call.method().name().startsWith("conversations.") && needed.size() > 1) {
            String right = needed.iterator().next().replaceAll(".*:", "");
            conversationScope(call, right);
        } else if (!needed.isEmpty() && needed.stream().noneMatch(access.scopes()::contains)) {
            need(String.join(",", needed));
        }
    }

    private void conversationScope(Call call, String right) {
        if (call.method().name().equals("conversations.open")) {
            need("im:write");
            return;
        }
        workspace
                .channel(call.text("channel"))
                .ifPresent(c -> need(Conversations.scope(c.kind(), right)));
    }

    private void need(String scope) {
        if (!access.scopes().contains(scope)) {
            throw new Refusal("missing_scope", List.of(scope));
        }
    }

    private static ObjectNode refused(Refusal refusal) {
        ObjectNode body = JSON.objectNode().put("ok", false).put("error", refusal.code());
        if (!refusal.messages().isEmpty()) {
            ArrayNode errors = body.putArray("errors");
            ArrayNode messages = body.putObject("response_metadata").putArray("messages");
            for (String message : refusal.messages()) {
                errors.add(message);
                messages.add("[ERROR] " + message);
            }
        }
        return body;
    }

    /// Takes a file's bytes at `/upload/ID`.
    public void upload(Exchange exchange) {
        boolean taken =
                files.bytes(exchange.path().substring("/upload/".length()), exchange.body());
        exchange.send(
                taken ? 200 : 404,
                "text/plain",
                taken ? "OK" : "no such upload, or not its length");
    }
}
