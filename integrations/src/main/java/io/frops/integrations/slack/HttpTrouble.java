package io.frops.integrations.slack;

import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import okhttp3.Response;

/// An answer that is not Slack's JSON, with what the observer is told of it.
final class HttpTrouble extends Exception {
    private static final long serialVersionUID = 1L;
    private final String outcome;
    private final IntegrationException trouble;

    HttpTrouble(String outcome, IntegrationException trouble) {
        super(trouble);
        this.outcome = outcome;
        this.trouble = trouble;
    }

    String outcome() {
        return outcome;
    }

    IntegrationException asFailure() {
        return trouble;
    }

    static HttpTrouble of(Response response, Kind kind, String method, String what) {
        return new HttpTrouble(
                "http_" + response.code(), SlackErrors.failed(kind, method, what, null));
    }
}
