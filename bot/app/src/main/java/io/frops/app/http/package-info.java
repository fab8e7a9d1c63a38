/// The HTTP doors: webhooks, commands, health and metrics, on one Jetty.
@NullMarked
package io.frops.app.http;

import org.jspecify.annotations.NullMarked;
