package io.frops.commands.door;

import io.frops.commands.say.Say;
import io.frops.core.access.AccessPolicy;
import io.frops.core.access.PersonId;
import io.frops.core.access.Role;
import io.frops.core.access.Standing;
import io.frops.core.chat.Block;
import io.frops.core.chat.Control;
import io.frops.core.chat.Message;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Reply;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Text;
import io.frops.core.chat.Words;
import io.frops.core.failure.IntegrationException;
import java.util.ArrayList;
import java.util.List;

/// What is said when a command does not run. Pure.
final class Refusals {
    private static final int MOST_HELPERS = 3;
    private final Say say;

    Refusals(Say say) {
        this.say = say;
    }

    /// Who you are, what is needed, whom to ask.
    Outcome denied(Standing standing, Role needed, String command, AccessPolicy policy) {
        Text ask = ask(policy);
        Text text =
                switch (standing) {
                    case Standing.Known(var who, var role) ->
                            needs("You are " + who + " (" + role.word() + "). ", command, needed)
                                    .then(ask);
                    case Standing.Unlisted(var who) ->
                            needs("You are " + who + " (no role). ", command, needed).then(ask);
                    case Standing.Outsider(var who, var why) ->
                            Text.of(
                                            "You are %s, %s. frops answers only full members of its own workspace. "
                                                    .formatted(who, why))
                                    .then(ask);
                    case Standing.Unsure(var who, var why) ->
                            Text.of(
                                            "You are %s, but what you may do could not be found out: %s. Nothing was changed. Try again in a minute. "
                                                    .formatted(who, why))
                                    .then(ask)
                                    .plain(" People named by id under ")
                                    .code("access:")
                                    .plain(" never depend on this.");
                };
        return new Outcome.Denied(say.caller(text));
    }

    private static Text needs(String who, String command, Role needed) {
        return Text.of(who).code("/frops " + command).plain(" needs " + needed.word() + ". ");
    }

    private static Text ask(AccessPolicy policy) {
        List<PersonId> admins = policy.admins().stream().limit(MOST_HELPERS).toList();
        Text text = Text.of("Ask ");
        for (int i = 0; i < admins.size(); i++) {
            text = (i == 0 ? text : text.plain(" or ")).mention(admins.get(i));
        }
        return text.plain(".");
    }

    Outcome unknown(String word, Catalogue catalogue, Role role) {
        Text text = Text.of("There is no command ").code(word).plain(". ");
        var nearest = catalogue.nearest(word, role);
        if (nearest.isEmpty()) {
            text = text.code("/frops help").plain(" shows what you can say.");
            return new Outcome.Usage(say.caller(text));
        }
        text = text.plain("Did you mean ").code(nearest.get().name()).plain("?");
        return new Outcome.Usage(withUsage(say.caller(text), nearest.get()));
    }

    Outcome wrong(String why, SlashCommand<?> command) {
        return new Outcome.Usage(withUsage(say.caller(why), command));
    }

    /// Adds how the command is used.
    Reply withUsage(Reply reply, SlashCommand<?> command) {
        String form = Catalogue.usage(command);
        String example = "/frops " + command.examples().getFirst();
        Text usage = Text.of("Usage: ").code(form);
        if (!example.equals(form)) {
            usage = usage.line().plain("For example: ").code(example);
        }
        List<Block> blocks = new ArrayList<>(reply.message().blocks());
        blocks.add(Block.Section.of(usage));
        Message message = new Message(reply.message().text(), reply.message().colour(), blocks);
        return Reply.toCaller(message).with(reply.data());
    }

    Outcome confirm(SlashCommand<?> command, List<String> words) {
        String line = Words.join(words);
        List<String> confirmed = new ArrayList<>(words);
        confirmed.add("--yes");
        Text question =
                Text.of("Really ").code("/frops " + line).plain("? " + command.summary() + ".");
        return new Outcome.Confirmation(
                say.caller(question), Control.Button.danger("yes", "Yes", Words.join(confirmed)));
    }

    /// For guards that only an operation with a plan can pass.
    Outcome guarded(SlashCommand<?> command, String guard) {
        return new Outcome.Refused(
                say.caller(
                        Text.EMPTY
                                .code("/frops " + command.name())
                                .plain(
                                        " needs "
                                                + guard
                                                + ", which cannot be given here. Nothing was changed.")));
    }

    Outcome unavailable(IntegrationException e) {
        String effect =
                e.outcomeUnknown()
                        ? " Whether anything was changed is not known: look before you try again."
                        : " Nothing was changed. Try again in a minute.";
        return new Outcome.Unavailable(
                say.caller(e.system() + " did not do its part: " + e.safeMessage() + effect));
    }

    Outcome failed(String reference) {
        Text text =
                Text.of(
                                "Something in frops itself went wrong; your command may not have had its effect. Give an admin this reference: ")
                        .code(reference)
                        .plain(". The log has it too.");
        return new Outcome.Failed(say.caller(text));
    }
}
