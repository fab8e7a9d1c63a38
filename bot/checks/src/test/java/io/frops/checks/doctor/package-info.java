/// Does `frops doctor` see what is wrong, and say what to do about it?
@NullMarked
package io.frops.checks.doctor;

import org.jspecify.annotations.NullMarked;
