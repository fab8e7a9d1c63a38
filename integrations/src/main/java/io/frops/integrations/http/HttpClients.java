package io.frops.integrations.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/// Makes the clients that adapters share. Threads of the pool are daemons that end by themselves.
public final class HttpClients {
    private static final int IDLE = 8;
    private static final int KEEP_SECONDS = 30;

    private HttpClients() {}

    /// A client whose every call ends within the time, body included. It follows no redirects: a
    /// credential must not travel to wherever an answer points.
    ///
    /// @param timeout of one call; [HttpApi] may shorten it per call
    public static OkHttpClient client(Duration timeout) {
        return new OkHttpClient.Builder()
                .callTimeout(timeout)
                .connectTimeout(timeout)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectionPool(new ConnectionPool(IDLE, KEEP_SECONDS, TimeUnit.SECONDS))
                .build();
    }
}
