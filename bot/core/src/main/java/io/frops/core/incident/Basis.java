package io.frops.core.incident;

/// What a severity rests on.
public enum Basis {
    /// The alert's own `sev` label.
    SEV_LABEL,
    /// The alert's `severity` label, through the configured mapping.
    SEVERITY_LABEL,
    /// A rule in the configuration.
    RULE,
    /// Nothing fitted: the default was taken, and the card says so.
    UNMAPPED,
    /// A person chose it.
    PERSON,
    /// A duplicate that counts for it is this bad.
    DUPLICATE
}
