package io.frops.integrations.alertmanager;

import java.io.IOException;

/// A body that is JSON but not of the expected shape. Its message names the place and what belongs
/// there.
final class BadBody extends IOException {
    private static final long serialVersionUID = 1L;

    BadBody(String message) {
        super(message);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
