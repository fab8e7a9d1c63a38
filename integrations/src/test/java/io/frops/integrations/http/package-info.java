/// Tests of how we speak to systems over HTTP.
@NullMarked
package io.frops.integrations.http;

import org.jspecify.annotations.NullMarked;
