package io.frops.integrations.slack.door;

import io.frops.core.access.CommandId;
import io.frops.core.access.PersonId;
import io.frops.core.chat.ChatRoom;
import io.frops.integrations.slack.Whispers;
import io.frops.integrations.slack.render.Spot;
import org.jspecify.annotations.Nullable;

/// Makes voices.
record Speakers(Whispers whispers, ChatRoom room) {
    Voice voice(
            Voice.Manner manner,
            Spot spot,
            PersonId person,
            @Nullable String responseUrl,
            CommandId id) {
        return new Voice(whispers, room, manner, spot, person, responseUrl, "reply/" + id);
    }
}
