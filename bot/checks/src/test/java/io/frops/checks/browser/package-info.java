/// The first ten minutes in the sandbox, pressed and typed in a real Chromium.
@NullMarked
package io.frops.checks.browser;

import org.jspecify.annotations.NullMarked;
