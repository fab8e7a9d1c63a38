package io.frops.core.access;

import java.util.Locale;

/// What a person may do. Each role covers those before it.
public enum Role {
    /// Looks: health, incidents, help.
    VIEWER,
    /// Works on incidents: acknowledge, escalate, resolve, note.
    RESPONDER,
    /// Changes the platform: scale, deploy, back up.
    OPERATOR,
    /// Grants, and does what is dangerous.
    ADMIN;

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /// The word people read and write, for example `responder`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
