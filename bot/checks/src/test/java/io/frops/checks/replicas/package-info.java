/// Two bots on one store: hand-over, one winner, no doubled card.
@NullMarked
package io.frops.checks.replicas;

import org.jspecify.annotations.NullMarked;
