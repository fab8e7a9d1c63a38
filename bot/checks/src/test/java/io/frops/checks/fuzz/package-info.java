/// Input that nobody meant: mutants of real requests and files, thousands of them.
@NullMarked
package io.frops.checks.fuzz;

import org.jspecify.annotations.NullMarked;
