/// A MongoDB inside this process, on one file, for one bot on one machine.
@NullMarked
package io.frops.integrations.mongo.embedded;

import org.jspecify.annotations.NullMarked;
