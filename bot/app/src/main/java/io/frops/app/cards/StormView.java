package io.frops.app.cards;

import io.frops.core.chat.Message;
import io.frops.core.notify.Storm;

/// How a storm looks in its channel. Pure.
public interface StormView {
    Message card(Storm storm);

    /// All its incidents, the worst first, as CSV.
    String list(Storm storm);
}
