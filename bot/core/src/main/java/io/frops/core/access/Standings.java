package io.frops.core.access;

/// Answers what a person may do, now.
public interface Standings {
    Standing of(PersonId person);

    /// Whom a denied person can ask.
    AccessPolicy policy();
}
