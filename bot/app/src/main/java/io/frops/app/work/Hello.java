package io.frops.app.work;

import io.frops.app.settings.Settings;
import io.frops.core.chat.ChatRoom;
import io.frops.core.chat.Message;
import io.frops.core.chat.Text;
import io.frops.core.failure.IntegrationException;
import io.frops.core.store.KeyStore;
import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says once, in the default channel of a workspace that has never seen it, that the bot is
/// connected and what comes next.
public final class Hello {
    private static final Logger LOG = LoggerFactory.getLogger(Hello.class);
    private static final String KEY = "hello";

    private final KeyStore keys;
    private final ChatRoom chat;
    private final Settings settings;
    private boolean said;

    public Hello(KeyStore keys, ChatRoom chat, Settings settings) {
        this.keys = keys;
        this.chat = chat;
        this.settings = settings;
    }

    /// Says it if it was never said; what fails is tried again.
    public void run() {
        if (said) {
            return;
        }
        try {
            if (keys.get(KEY).isEmpty()) {
                say();
            }
            said = true;
        } catch (IntegrationException e) {
            LOG.info("The greeting waits: {}", e.safeMessage());
        }
    }

    private void say() {
        String channel = settings.routing().defaultChannel().value();
        var id =
                chat.channel(channel)
                        .orElseThrow(() ->
                                new IntegrationException(
                                        "Slack",
                                        IntegrationException.Kind.NOT_FOUND,
                                        "there is no channel "
                                                + channel
                                                + " that the bot can see: create it, or invite the bot",
                                        null));
        chat.post(id, message(), KEY);
        // Posted first: said twice after a crash is better than never said.
        said = keys.put(KEY, KeyStore.ABSENT, Map.of("channel", channel), null);
    }

    private Message message() {
        String base =
                settings.server()
                        .publicUrl()
                        .map(URI::toString)
                        .orElse("http://HOST:" + settings.server().port());
        String intake =
                (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                        + "/webhooks/alertmanager";
        Text text =
                Text.bold("frops is connected.")
                        .line()
                        .plain("Incidents will appear here. Alertmanager posts to ")
                        .code(intake)
                        .plain(" with the token from ")
                        .code("FROPS_WEBHOOK_TOKEN")
                        .plain(".")
                        .line()
                        .plain("Send a test alert through the whole chain: ")
                        .code("./frops doctor --send-test")
                        .line()
                        .plain("What can be said: ")
                        .code("/frops help");
        return Message.of("frops is connected.", text);
    }
}
