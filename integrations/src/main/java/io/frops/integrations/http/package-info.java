/// Plain HTTP: the client that other packages share, and health probes.
@NullMarked
package io.frops.integrations.http;

import org.jspecify.annotations.NullMarked;
