/// How to try it: simulated Slack, Alertmanager, Kubernetes; sample platform.
@NullMarked
package io.frops.sandbox;

import org.jspecify.annotations.NullMarked;
