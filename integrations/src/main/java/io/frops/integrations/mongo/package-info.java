/// The bot's own memory in MongoDB, or embedded in one file.
@NullMarked
package io.frops.integrations.mongo;

import org.jspecify.annotations.NullMarked;
