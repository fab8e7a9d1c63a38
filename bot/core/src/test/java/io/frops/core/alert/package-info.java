/// What every alert source must do, told as tests.
@NullMarked
package io.frops.core.alert;

import org.jspecify.annotations.NullMarked;
