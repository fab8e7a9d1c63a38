/// The one loopback server of the simulator and its view of a request.
@NullMarked
package io.frops.sandbox.slack.http;

import org.jspecify.annotations.NullMarked;
