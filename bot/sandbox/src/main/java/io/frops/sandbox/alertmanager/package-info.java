/// A small Alertmanager: groups and sends alerts, keeps silences, and answers API version 2 as the
/// real one does, its refusals included.
@NullMarked
package io.frops.sandbox.alertmanager;

import org.jspecify.annotations.NullMarked;
