/// Reads one YAML file into settings records and reports every mistake in it at once, each with its
/// line and what to write instead.
@NullMarked
package io.frops.config;

import org.jspecify.annotations.NullMarked;
