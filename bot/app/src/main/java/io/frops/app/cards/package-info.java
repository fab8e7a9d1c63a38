/// Keeps Slack's cards as the incidents are, at the pace that Slack allows.
@NullMarked
package io.frops.app.cards;

import org.jspecify.annotations.NullMarked;
