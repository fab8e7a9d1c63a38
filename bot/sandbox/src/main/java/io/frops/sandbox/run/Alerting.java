package io.frops.sandbox.run;

import java.net.URI;

/// The sandbox's Alertmanager: our own small one, or a real one for a test.
public interface Alerting extends AutoCloseable {
    URI address();

    @Override
    void close();
}
