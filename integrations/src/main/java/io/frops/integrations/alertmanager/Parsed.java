package io.frops.integrations.alertmanager;

import io.frops.core.alert.Notification;

/// What a webhook body turned out to be.
public sealed interface Parsed {
    record Ok(Notification notification) implements Parsed {}

    /// Not a body that we can take.
    ///
    /// @param message the mistake and its remedy, for whoever set up the sender
    record Bad(String message) implements Parsed {}
}
