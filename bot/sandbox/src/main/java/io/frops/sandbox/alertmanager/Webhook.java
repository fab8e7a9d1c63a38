package io.frops.sandbox.alertmanager;

import io.frops.core.failure.IntegrationException;
import io.frops.core.settings.Secret;
import io.frops.integrations.http.Credential;
import io.frops.integrations.http.HttpApi;
import io.frops.integrations.http.HttpCall;
import io.frops.integrations.http.SharedClient;
import java.net.URI;
import java.time.Duration;

/// The receiver's end: one POST for each try.
final class Webhook {
    private final HttpApi api;

    /// How a try ended.
    enum Outcome {
        ACCEPTED,
        /// An answer that will not change: 4xx or a redirect.
        REFUSED,
        /// 5xx, no connection, or no answer.
        FAILED
    }

    Webhook(URI address, Secret token, SharedClient client) {
        api = new HttpApi("Webhook", client, address, new Credential.Bearer(token));
    }

    Outcome send(String body, Duration timeout) {
        try {
            return api.call(HttpCall.post(timeout, body), answer -> outcome(answer.status()));
        } catch (IntegrationException e) {
            return Outcome.FAILED;
        }
    }

    private static Outcome outcome(int status) {
        if (status / 100 == 2) {
            return Outcome.ACCEPTED;
        }
        return status / 100 == 5 ? Outcome.FAILED : Outcome.REFUSED;
    }
}
