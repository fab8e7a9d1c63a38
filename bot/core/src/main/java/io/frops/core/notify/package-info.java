/// Where people are told, and what of it they have been shown.
@NullMarked
package io.frops.core.notify;

import org.jspecify.annotations.NullMarked;
