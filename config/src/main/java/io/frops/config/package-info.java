/// Generic settings loader and the files shipped for users.
@NullMarked
package io.frops.config;

import org.jspecify.annotations.NullMarked;
