package io.frops.core.incident;

import java.time.Instant;

/// What an incident is about.
///
/// @param since when the first alert began, by its source's word; for a declared incident the
///   declaration
/// @param openedAt the first durable event
public record Subject(String service, String summary, Instant since, Instant openedAt) {}
