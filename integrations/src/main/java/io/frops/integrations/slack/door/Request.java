package io.frops.integrations.slack.door;

import io.frops.core.access.CommandId;
import io.frops.core.access.PersonId;
import io.frops.core.chat.Place;
import java.util.List;

/// One command line from Slack.
///
/// @param form whether a form could be opened for what is missing
record Request(CommandId id, PersonId caller, Place place, List<String> words, boolean form) {
    Request {
        words = List.copyOf(words);
    }
}
