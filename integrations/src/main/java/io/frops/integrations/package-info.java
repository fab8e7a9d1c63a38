/// What the bot talks to: a package a system.
@NullMarked
package io.frops.integrations;

import org.jspecify.annotations.NullMarked;
