/// The main job with real programs: a rule fires, a card stands, people act on it.
@NullMarked
package io.frops.checks.firstalert;

import org.jspecify.annotations.NullMarked;
