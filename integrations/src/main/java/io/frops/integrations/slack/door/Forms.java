package io.frops.integrations.slack.door;

import io.frops.core.chat.Form;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Reply;
import io.frops.core.failure.IntegrationException;
import io.frops.integrations.slack.Whispers;
import io.frops.integrations.slack.render.Spot;
import io.frops.integrations.slack.render.Views;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells an outcome: a question opens its form, everything else is said.
final class Forms {
    private static final Logger LOG = LoggerFactory.getLogger(Forms.class);

    private final Whispers whispers;

    Forms(Whispers whispers) {
        this.whispers = whispers;
    }

    void tell(Outcome outcome, @Nullable String trigger, Spot spot, Voice voice) {
        if (outcome instanceof Outcome.Ask(Form form) && opened(form, trigger, spot)) {
            return;
        }
        Reply reply = Answers.reply(outcome);
        if (Answers.isPublic(reply)) {
            voice.announce(reply.message());
        } else {
            voice.whisper(reply.message());
        }
    }

    private boolean opened(Form form, @Nullable String trigger, Spot spot) {
        if (trigger == null) {
            return false;
        }
        try {
            whispers.openForm(trigger, Views.form(form, spot));
            return true;
        } catch (IntegrationException e) {
            LOG.info("form {} was not opened: {}", form.name(), e.safeMessage());
            return false;
        }
    }
}
