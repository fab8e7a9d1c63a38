/// How replies are worded: times, counts, and messages that read as sentences.
@NullMarked
package io.frops.commands.say;

import org.jspecify.annotations.NullMarked;
