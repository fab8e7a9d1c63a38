/// Socket Mode as Slack has it: connections that the app opens, and envelopes that go out by them.
@NullMarked
package io.frops.sandbox.slack.socket;

import org.jspecify.annotations.NullMarked;
