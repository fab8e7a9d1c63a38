/// Whether a bad night's flood stays readable, and within Slack's limits.
@NullMarked
package io.frops.checks.storm;

import org.jspecify.annotations.NullMarked;
