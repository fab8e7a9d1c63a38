package io.frops.integrations.http;

import java.io.IOException;

/// A body went past its cap; what was read of it is to be thrown away.
public final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long cap;

    BodyTooLargeException(long cap) {
        super("the body is larger than " + cap + " bytes");
        this.cap = cap;
    }

    /// The cap in bytes.
    public long cap() {
        return cap;
    }
}
