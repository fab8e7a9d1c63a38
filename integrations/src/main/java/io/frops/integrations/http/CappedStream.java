package io.frops.integrations.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads at most so many bytes and throws [BodyTooLargeException] on the next one, so that an
/// endless body costs no more memory than a long one.
public final class CappedStream extends FilterInputStream {
    private static final int CHUNK = 8192;

    private final long cap;
    private long left;

    /// @param cap in bytes
    public CappedStream(InputStream in, long cap) {
        super(in);
        this.cap = cap;
        this.left = cap;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            count(1);
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int n = super.read(buffer, from, length);
        if (n > 0) {
            count(n);
        }
        return n;
    }

    /// Skips by reading, so that what is skipped counts.
    @Override
    public long skip(long n) throws IOException {
        if (n <= 0) {
            return 0;
        }
        return Math.max(0, read(new byte[(int) Math.min(n, CHUNK)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long n) throws BodyTooLargeException {
        left -= n;
        if (left < 0) {
            throw new BodyTooLargeException(cap);
        }
    }
}
