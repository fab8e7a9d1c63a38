/// What would have differed under another configuration: the stored events folded again.
@NullMarked
package io.frops.app.replay;

import org.jspecify.annotations.NullMarked;
