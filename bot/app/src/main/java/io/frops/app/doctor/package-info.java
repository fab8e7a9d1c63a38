/// Tries every system that is configured, and says what to do about those that fail.
@NullMarked
package io.frops.app.doctor;

import org.jspecify.annotations.NullMarked;
