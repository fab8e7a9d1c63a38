/// Traces for an OpenTelemetry collector, by OTLP over HTTP.
@NullMarked
package io.frops.integrations.otlp;

import org.jspecify.annotations.NullMarked;
