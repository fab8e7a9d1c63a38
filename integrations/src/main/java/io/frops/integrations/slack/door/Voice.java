package io.frops.integrations.slack.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.core.access.PersonId;
import io.frops.core.chat.ChatRoom;
import io.frops.core.chat.Message;
import io.frops.core.chat.MessageRef;
import io.frops.core.failure.IntegrationException;
import io.frops.integrations.slack.Whispers;
import io.frops.integrations.slack.render.Messages;
import io.frops.integrations.slack.render.Spot;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Speaks to the person who asked, by the way that suits how they asked, or by another when that
/// fails. Never throws: that somebody could not be told must not undo what was done.
///
/// @param responseUrl the address that came with the request; null for events and forms
/// @param nonce names what is posted for all to see
record Voice(
        Whispers whispers,
        ChatRoom room,
        Manner manner,
        Spot spot,
        PersonId person,
        @Nullable String responseUrl,
        String nonce) {
    private static final Logger LOG = LoggerFactory.getLogger(Voice.class);

    /// The first way to try.
    enum Manner {
        /// By the response URL: works where the bot is not a member.
        RESPONSE_URL,
        /// In the place of the private message whose control was pressed.
        REPLACE,
        /// A private message in the channel or thread.
        EPHEMERAL,
        /// An ordinary message: in a direct conversation everything is private.
        DIRECT
    }

    void whisper(Message message) {
        List<ObjectNode> parts = parts(message);
        boolean said =
                switch (manner) {
                    case RESPONSE_URL ->
                            respond(parts, false) || ephemeral(parts) || direct(message);
                    case REPLACE -> respond(parts, true) || ephemeral(parts) || direct(message);
                    case EPHEMERAL -> ephemeral(parts) || respond(parts, false) || direct(message);
                    case DIRECT -> post(message);
                };
        if (!said) {
            LOG.warn("{} could not be told the outcome of {}", person, nonce);
        }
    }

    /// Said to everybody there.
    void announce(Message message) {
        boolean said =
                manner == Manner.RESPONSE_URL
                        ? responded(parts(message), true, false) || post(message)
                        : post(message);
        if (!said) {
            whisper(message);
        }
    }

    /// A message that Slack cannot show is our mistake; that there was one is still told.
    private List<ObjectNode> parts(Message message) {
        try {
            return Messages.parts(message);
        } catch (IllegalArgumentException e) {
            LOG.error("the outcome of {} cannot be shown", nonce, e);
            return Messages.parts(
                    Answers.sentence(
                            "There is an answer, but it cannot be shown. The log has it under "
                                    + nonce
                                    + "."));
        }
    }

    /// What did not fit into the answer itself.
    void goOn(List<ObjectNode> parts, boolean inChannel) {
        if (!responded(parts, inChannel, false) && !ephemeral(parts)) {
            LOG.warn("{} could not be told the rest of {}", person, nonce);
        }
    }

    /// The same voice for a second word: what was replaced once is not replaced again.
    Voice beside() {
        Manner next = manner == Manner.REPLACE ? Manner.RESPONSE_URL : manner;
        return new Voice(whispers, room, next, spot, person, responseUrl, nonce);
    }

    private boolean respond(List<ObjectNode> parts, boolean replace) {
        return responded(parts, false, replace);
    }

    private boolean responded(List<ObjectNode> parts, boolean inChannel, boolean replace) {
        if (responseUrl == null) {
            return false;
        }
        return attempt(() -> {
            boolean first = true;
            for (ObjectNode part : parts) {
                whispers.respond(responseUrl, part, inChannel, replace && first);
                first = false;
            }
        });
    }

    private boolean ephemeral(List<ObjectNode> parts) {
        return attempt(() -> whispers.tell(spot.channel(), spot.thread(), person, parts));
    }

    /// Where the bot may not speak, for example in a channel that it has left.
    private boolean direct(Message message) {
        return attempt(() -> room.direct(person, message));
    }

    private boolean post(Message message) {
        MessageRef thread = spot.place().thread();
        return attempt(() -> {
            if (thread == null) {
                room.post(spot.channel(), message, nonce);
            } else {
                room.reply(thread, message, nonce, false);
            }
        });
    }

    private boolean attempt(Runnable way) {
        try {
            way.run();
            return true;
        } catch (IntegrationException e) {
            LOG.info("{} could not be told this way: {}", person, e.safeMessage());
            return false;
        }
    }
}
