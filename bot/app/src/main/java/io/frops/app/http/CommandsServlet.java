package io.frops.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.frops.core.access.CommandId;
import io.frops.core.access.PersonId;
import io.frops.core.access.Tokens;
import io.frops.core.chat.Doors;
import io.frops.core.chat.Effect;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Place;
import io.frops.core.chat.PlainText;
import io.frops.core.failure.IntegrationException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `POST /commands`: one command, as the owner of the personal token in `Authorization`. Body:
/// `{"words": ["ack", "INC-42"], "confirm": false, "id": "optional"}`.
public final class CommandsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final long CAP = 64 * 1024;

    /// A change that has not begun by then does not begin; one whose outcome is unknown is fenced
    /// off.
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    /// A look at other systems has a limit of its own and takes what it takes.
    private static final Duration LOOK = Duration.ofSeconds(30);

    private static final Duration DRAIN = Duration.ofSeconds(10);

    private static final String BEARER = "Bearer ";
    private static final String FORM =
            "Send {\"words\": [\"ack\", \"INC-42\"], \"confirm\": false}.";

    private final transient Tokens tokens;
    private final transient Doors doors;
    private final transient OutcomeJson json;
    private final transient Supplier<String> ids;
    private final transient Errands errands = new Errands();

    public CommandsServlet(Tokens tokens, Doors doors, PlainText text, Supplier<String> ids) {
        this.tokens = tokens;
        this.doors = doors;
        this.json = new OutcomeJson(text);
        this.ids = ids;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            Optional<PersonId> caller = caller(request.getHeader("Authorization"));
            if (caller.isEmpty()) {
                json.write(
                        response,
                        401,
                        "unauthenticated",
                        "The personal token is missing, wrong, revoked or older than 90 days. Get one in Slack: /frops token");
                return;
            }
            request.setAttribute(AccessLog.USER, caller.get().value());
            run(caller.get(), request, response);
        } catch (CappedInput.TooLarge e) {
            response.setHeader("Connection", "close");
            json.write(
                    response, 413, "usage", "The body is larger than " + CAP + " bytes. " + FORM);
        } catch (IntegrationException e) {
            json.write(response, 503, "unavailable", e.safeMessage());
        }
    }

    private Optional<PersonId> caller(@Nullable String authorization) {
        return authorization != null && authorization.startsWith(BEARER)
                ? tokens.owner(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private void run(PersonId caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        JsonNode body;
        try {
            body = Json.mapper().readTree(new CappedInput(request.getInputStream(), CAP));
        } catch (JsonProcessingException e) {
            json.write(response, 400, "usage", "The body is not JSON. " + FORM);
            return;
        }
        List<String> words = words(body);
        if (words == null) {
            json.write(response, 400, "usage", "\"words\" must be a list of texts. " + FORM);
            return;
        }
        String id = body.path("id").isTextual() ? body.path("id").asText() : ids.get();
        // Two people may choose the same id.
        CommandId command = new CommandId("http/" + caller + "/" + cut(id));
        boolean confirmed = body.path("confirm").asBoolean(false);
        boolean change = doors.effect(words) != Effect.READ;
        Optional<Outcome> outcome =
                errands.within(
                        change ? PATIENCE : LOOK,
                        withdrawn ->
                                doors.handle(
                                        new Invocation(
                                                command,
                                                caller,
                                                new Place.Terminal(),
                                                words,
                                                confirmed,
                                                false,
                                                withdrawn)));
        if (outcome.isPresent()) {
            json.write(response, outcome.get());
        } else {
            json.unconfirmed(response, cut(id));
        }
    }

    private static String cut(String id) {
        return id.length() <= 120 ? id : id.substring(0, 120);
    }

    private static @Nullable List<String> words(JsonNode body) {
        if (!body.path("words").isArray()) {
            return null;
        }
        List<String> words = new ArrayList<>();
        for (JsonNode word : body.path("words")) {
            if (!word.isTextual()) {
                return null;
            }
            words.add(word.asText());
        }
        return words;
    }

    /// Finishes what is under way.
    @Override
    public void destroy() {
        errands.rest(DRAIN);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Allow", "POST");
        json.write(response, 405, "usage", "Commands are posted. " + FORM);
    }
}
