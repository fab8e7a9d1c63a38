package io.frops.integrations.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.core.access.PersonId;
import io.frops.core.chat.ChannelId;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What only one person sees: private messages and forms. Sent at once, never behind the cards.
public final class Whispers {
    private final SlackCalls calls;
    private final URI apiUrl;

    Whispers(SlackCalls calls, URI apiUrl) {
        this.calls = calls;
        this.apiUrl = apiUrl;
    }

    /// @param thread the time stamp of the thread to show it in
    /// @param parts as [io.frops.integrations.slack.render.Messages#parts] gives them
    public void tell(
            ChannelId channel, @Nullable String thread, PersonId person, List<ObjectNode> parts) {
        for (ObjectNode part : parts) {
            Map<String, String> arguments = Posts.arguments(channel, part);
            arguments.put("user", person.value());
            if (thread != null) {
                arguments.put("thread_ts", thread);
            }
            calls.call("chat.postEphemeral", arguments);
        }
    }

    /// @param triggerId good for one form, about 3 s after the press
    public void openForm(String triggerId, ObjectNode view) {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("trigger_id", triggerId);
        arguments.put("view", view.toString());
        calls.call("views.open", arguments);
    }

    /// Answers a command or a press by the address that came with it, which is only ever called on
    /// Slack's own host. Slack takes five answers within 30 minutes.
    ///
    /// @param replace put it in the place of the message that was pressed
    public void respond(String responseUrl, ObjectNode part, boolean inChannel, boolean replace) {
        if (!isSlack(responseUrl)) {
            throw new IntegrationException(
                    SlackErrors.SYSTEM,
                    Kind.NOT_USABLE,
                    "response_url: not on the host of slack.api-url, so it was not called",
                    null);
        }
        ObjectNode body = part.deepCopy();
        body.put("response_type", inChannel ? "in_channel" : "ephemeral");
        body.put("replace_original", replace);
        calls.post(responseUrl, body);
    }

    private boolean isSlack(String responseUrl) {
        try {
            URI url = URI.create(responseUrl);
            String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
            String own = String.valueOf(apiUrl.getHost()).toLowerCase(Locale.ROOT);
            boolean known =
                    host.equals(own) || (own.equals("slack.com") && host.equals("hooks.slack.com"));
            return known
                    && String.valueOf(url.getScheme()).equalsIgnoreCase(apiUrl.getScheme())
                    && url.getUserInfo() == null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
