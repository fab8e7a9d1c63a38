package io.frops.commands;

import io.frops.core.access.PersonId;
import io.frops.core.chat.Control;
import io.frops.core.chat.Form;
import io.frops.core.chat.Message;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.PlainText;
import io.frops.core.chat.Reply;
import io.frops.core.chat.Words;
import io.frops.core.oncall.Person;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Renders outcomes and messages as text for tests.
public final class Shown {
    private final PlainText plain = new PlainText(ZoneOffset.UTC, Shown::name);

    private static String name(PersonId id) {
        return World.PEOPLE
                .find(id)
                .map(Person::name)
                .orElseGet(() -> id.value().toLowerCase(Locale.ROOT));
    }

    public String of(Outcome outcome) {
        String kind = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return switch (outcome) {
            case Outcome.Done(var reply) -> kind + of(reply);
            case Outcome.Confirmation(var reply, Control.Button yes) ->
                    kind + of(reply) + "\nyes: [" + yes.label() + "] " + yes.words();
            case Outcome.Approval(var reply) -> kind + of(reply);
            case Outcome.Ask(var form) -> kind + "\n" + of(form);
            case Outcome.Usage(var reply) -> kind + of(reply);
            case Outcome.Denied(var reply) -> kind + of(reply);
            case Outcome.Unknown(var reply) -> kind + of(reply);
            case Outcome.Refused(var reply) -> kind + of(reply);
            case Outcome.Failed(var reply) -> kind + of(reply);
            case Outcome.Unavailable(var reply) -> kind + of(reply);
        };
    }

    public String of(Message message) {
        return "text: "
                + message.text()
                + "\ncolour: "
                + message.colour()
                + "\n"
                + plain.of(message);
    }

    private String of(Reply reply) {
        String data = reply.data().isEmpty() ? "" : "\ndata: " + sorted(reply.data());
        return " to " + reply.audience() + "\n" + of(reply.message()) + data;
    }

    private String of(Form form) {
        Message body = new Message("", io.frops.core.chat.Colour.NONE, form.blocks());
        return form.title()
                + " ["
                + form.submit()
                + "] "
                + Words.join(form.words())
                + "\n"
                + plain.of(body);
    }

    /// Maps of the JDK have another order in each run.
    private static String sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            TreeMap<String, String> entries = new TreeMap<>();
            map.forEach((k, v) -> entries.put(String.valueOf(k), sorted(v)));
            return entries.toString();
        }
        return value instanceof List<?> list
                ? list.stream().map(Shown::sorted).toList().toString()
                : String.valueOf(value);
    }
}
