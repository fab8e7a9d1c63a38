package io.frops.commands.token;

import io.frops.commands.say.Counts;
import io.frops.commands.say.Say;
import io.frops.core.access.Role;
import io.frops.core.access.Tokens;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Place;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.chat.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Gives, lists and revokes personal tokens, always the caller's own.
public final class TokenCommand implements SlashCommand<TokenArguments> {
    private final Tokens tokens;
    private final Say say;

    public TokenCommand(Tokens tokens, Say say) {
        this.tokens = tokens;
        this.say = say;
    }

    @Override
    public String name() {
        return "token";
    }

    @Override
    public String summary() {
        return "Get a personal token for the terminal, list yours, or revoke one";
    }

    @Override
    public List<String> examples() {
        return List.of("token", "token list", "token revoke 1a2b3c4d");
    }

    @Override
    public Spec spec() {
        return Spec.change(Role.VIEWER);
    }

    @Override
    public TokenArguments arguments() {
        return new TokenArguments();
    }

    @Override
    public Outcome run(TokenArguments arguments, Invocation invocation) {
        return switch (arguments.action.toLowerCase(Locale.ROOT)) {
            case "", "new" -> make(invocation);
            case "list" -> list(invocation);
            case "revoke" -> revoke(arguments.name, invocation);
            case String other ->
                    new Outcome.Usage(
                            say.caller("There is no \"token " + Counts.clipped(other, 40) + "\"."));
        };
    }

    private Outcome make(Invocation invocation) {
        if (invocation.place() instanceof Place.Terminal) {
            return new Outcome.Denied(
                    say.caller(
                            Text.of("A token cannot make another one. Say ")
                                    .code("/frops token")
                                    .plain(" in Slack, where only you see the answer.")));
        }
        if (invocation.withdrawn().getAsBoolean()) {
            return new Outcome.Unavailable(
                    say.caller("Not confirmed in time: no token was made. Ask again."));
        }
        return tokens.make(invocation.caller(), invocation.id())
                .map(fresh -> (Outcome) new Outcome.Done(say.caller(TokenView.fresh(fresh))))
                .orElseGet(() -> new Outcome.Refused(say.caller(TokenView.shownBefore())));
    }

    private Outcome list(Invocation invocation) {
        List<Tokens.Listed> all = tokens.of(invocation.caller());
        List<Map<String, String>> data =
                all.stream()
                        .map(t ->
                                Map.of(
                                        "name", t.name(),
                                        "created", t.created().toString(),
                                        "expires", t.expires().toString()))
                        .toList();
        return new Outcome.Done(say.caller(TokenView.list(all)).with(Map.of("tokens", data)));
    }

    private Outcome revoke(String name, Invocation invocation) {
        if (name.isBlank()) {
            return new Outcome.Usage(say.caller("Which one? Give the name that the list shows."));
        }
        boolean revoked = tokens.revoke(invocation.caller(), name.toLowerCase(Locale.ROOT));
        return revoked
                ? new Outcome.Done(
                        say.caller("Token " + name + " is revoked: it opens nothing any more."))
                : new Outcome.Unknown(
                        say.caller(
                                Text.of("You have no token \"" + Counts.clipped(name, 40) + "\". ")
                                        .code("/frops token list")
                                        .plain(" shows yours.")));
    }
}
