/// Who may do what: people, their roles, and what a denial says.
@NullMarked
package io.frops.core.access;

import org.jspecify.annotations.NullMarked;
