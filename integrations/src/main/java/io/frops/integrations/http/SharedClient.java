package io.frops.integrations.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/// Connections that adapters share, without their seeing which library keeps them. Threads of the
/// pool are daemons that end by themselves.
public final class SharedClient {
    private static final int IDLE = 8;
    private static final int KEEP_SECONDS = 30;

    private final OkHttpClient client;

    private SharedClient(OkHttpClient client) {
        this.client = client;
    }

    /// A client whose every call ends within the time, body included. It follows no redirects: a
    /// credential must not travel to wherever an answer points.
    ///
    /// @param timeout of one call; [HttpApi] may shorten it per call
    public static SharedClient within(Duration timeout) {
        return new SharedClient(
                new OkHttpClient.Builder()
                        .callTimeout(timeout)
                        .connectTimeout(timeout)
                        .readTimeout(timeout)
                        .writeTimeout(timeout)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .connectionPool(new ConnectionPool(IDLE, KEEP_SECONDS, TimeUnit.SECONDS))
                        .build());
    }

    OkHttpClient unwrap() {
        return client;
    }
}
