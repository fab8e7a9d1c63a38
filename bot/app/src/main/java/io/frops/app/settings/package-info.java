/// What a person writes into `frops.yaml`, and what of it is checked across sections.
@NullMarked
package io.frops.app.settings;

import org.jspecify.annotations.NullMarked;
