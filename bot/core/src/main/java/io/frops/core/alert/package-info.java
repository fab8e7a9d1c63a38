/// What an alert source says: alerts, their keys, and the groups they come in.
@NullMarked
package io.frops.core.alert;

import org.jspecify.annotations.NullMarked;
