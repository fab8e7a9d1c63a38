/// What an incident is: domain, ports, in-memory stores.
@NullMarked
package io.frops.core;

import org.jspecify.annotations.NullMarked;
