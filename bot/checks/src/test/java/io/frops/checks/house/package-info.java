/// Holds the rules of the house: direction, rooms of libraries, banned calls, sizes.
@NullMarked
package io.frops.checks.house;

import org.jspecify.annotations.NullMarked;
