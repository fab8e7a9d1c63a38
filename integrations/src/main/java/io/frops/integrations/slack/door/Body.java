package io.frops.integrations.slack.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads a request's body up to a cap, whatever its length is said to be.
final class Body {
    /// Slack's largest payload is a view of 250 KB, percent-encoded.
    static final int CAP = 1 << 20;

    private static final int STEP = 8 << 10;

    private Body() {}

    /// @param announced the length that the request claims, -1 for none
    static byte[] read(InputStream in, long announced) throws IOException, Refusal {
        if (announced > CAP) {
            throw tooLarge();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream(STEP);
        byte[] buffer = new byte[STEP];
        int read;
        while ((read = in.read(buffer)) >= 0) {
            body.write(buffer, 0, read);
            if (body.size() > CAP) {
                throw tooLarge();
            }
        }
        return body.toByteArray();
    }

    private static Refusal tooLarge() {
        return new Refusal(413, "more than 1 MiB; Slack sends no body of that size");
    }
}
