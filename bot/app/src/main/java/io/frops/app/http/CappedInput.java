package io.frops.app.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A body of which no more than a cap is ever read.
final class CappedInput extends FilterInputStream {
    /// The body was longer than the cap.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long cap) {
            super("the body is larger than " + cap + " bytes");
        }
    }

    private final long cap;
    private long left;

    CappedInput(InputStream in, long cap) {
        super(in);
        this.cap = cap;
        this.left = cap;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    private void count(int read) throws TooLarge {
        left -= read;
        if (left < 0) {
            throw new TooLarge(cap);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
