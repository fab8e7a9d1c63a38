package io.frops.checks.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.testing.ManualClock;
import io.frops.sandbox.alertmanager.AlertmanagerSimulator;
import io.frops.sandbox.alertmanager.Release;
import io.frops.sandbox.alertmanager.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the real Alertmanager refuses, the simulated one refuses with the same status and, where
/// the words are its own and not its language's, in the same words.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameRefusalsTest {
    private static final String NOBODY = "3f0b4d4e-0000-4000-8000-000000000000";

    private final HttpClient client = HttpClient.newHttpClient();
    private RealWorld real;
    private AlertmanagerSimulator simulated;
    private boolean old;

    private record Answer(int status, String body) {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        real = new RealWorld(folder);
        old =
                call(real.alertmanager().address(), "GET", "/api/v2/status", "", "")
                        .body()
                        .contains("\"version\":\"0.25");
        simulated =
                new AlertmanagerSimulator(
                        SimulatorSettings.defaults()
                                .withRelease(old ? Release.V0_25 : Release.V0_34),
                        new ManualClock(real.now()),
                        () -> NOBODY);
    }

    @AfterAll
    void stop() {
        if (real != null) {
            real.close();
        }
        if (simulated != null) {
            simulated.close();
        }
        client.close();
    }

    /// `status`: words that are Go's, such as a JSON parser's, are not compared; `old`: only 0.25
    /// says it so.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    words  | GET    | /api/v2/alerts?filter=bad              |
                    words  | GET    | /api/v2/alerts?active=maybe            |
                    status | GET    | /api/v2/alerts?receiver=%28            |
                    status | GET    | /api/v2/alerts?filter=x%3D~%22%28%22   |
                    words  | GET    | /api/v2/nope                           |
                    words  | GET    | /nope                                  |
                    status | PUT    | /api/v2/alerts                         | []
                    words  | POST   | /-/ready                               |
                    words  | GET    | /-/ready                               |
                    words  | POST   | /api/v2/alerts                         | [{"annotations":{}}]
                    words  | POST   | /api/v2/alerts                         | [{"labels":{}}]
                    words  | POST   | /api/v2/alerts                         | [{"labels":{"alertname":""}}]
                    words  | POST   | /api/v2/alerts                         | [{"labels":{"a":"x"},"startsAt":"2026-01-02T00:00:00Z","endsAt":"2026-01-01T00:00:00Z"}]
                    old    | POST   | /api/v2/alerts                         | [{"labels":{"a-b":"x"}}]
                    status | POST   | /api/v2/alerts                         | [{"labels":{"a":1}}]
                    status | POST   | /api/v2/alerts                         | {"labels":{"a":"1"}}
                    status | POST   | /api/v2/alerts                         | [{"labels":{"a":"x"},"startsAt":"yesterday"}]
                    status | POST   | /api/v2/alerts                         | nojson
                    words  | POST   | /api/v2/alerts                         |
                    words  | POST   | /api/v2/silences                       | {"matchers":[],"startsAt":"2026-01-01T00:00:00Z","endsAt":"2100-01-01T00:00:00Z","createdBy":"a","comment":"c"}
                    words  | POST   | /api/v2/silences                       | {"matchers":[{"name":"a","value":"b"}],"startsAt":"2026-01-01T00:00:00Z","endsAt":"2100-01-01T00:00:00Z","createdBy":"a","comment":"c"}
                    words  | POST   | /api/v2/silences                       | {"matchers":[{"name":"a","value":"b","isRegex":false}],"startsAt":"2026-01-01T00:00:00Z","endsAt":"2100-01-01T00:00:00Z","comment":"c"}
                    words  | POST   | /api/v2/silences                       | {"matchers":[{"name":"a","value":"b","isRegex":false}],"startsAt":"2100-01-01T00:00:00Z","endsAt":"2099-01-01T00:00:00Z","createdBy":"a","comment":"c"}
                    words  | POST   | /api/v2/silences                       | {"matchers":[{"name":"a","value":"b","isRegex":false}],"startsAt":"2020-01-01T00:00:00Z","endsAt":"2021-01-01T00:00:00Z","createdBy":"a","comment":"c"}
                    old    | POST   | /api/v2/silences                       | {"matchers":[{"name":"a","value":"","isRegex":false}],"startsAt":"2026-01-01T00:00:00Z","endsAt":"2100-01-01T00:00:00Z","createdBy":"a","comment":"c"}
                    status | POST   | /api/v2/silences                       | {"matchers":[{"name":"a","value":"(","isRegex":true}],"startsAt":"2026-01-01T00:00:00Z","endsAt":"2100-01-01T00:00:00Z","createdBy":"a","comment":"c"}
                    words  | POST   | /api/v2/silences                       | {"id":"3f0b4d4e-0000-4000-8000-000000000000","matchers":[{"name":"a","value":"b","isRegex":false}],"startsAt":"2026-01-01T00:00:00Z","endsAt":"2100-01-01T00:00:00Z","createdBy":"a","comment":"c"}
                    words  | GET    | /api/v2/silences?filter=bad            |
                    words  | GET    | /api/v2/silence/3f0b4d4e-0000-4000-8000-000000000000 |
                    words  | DELETE | /api/v2/silence/3f0b4d4e-0000-4000-8000-000000000000 |
                    words  | DELETE | /api/v2/silence/bogus                  |
                    """)
    void a_wrong_call_gets_the_same_answer(String how, String method, String path, String body)
            throws Exception {
        if (how.equals("old") && !old) {
            return;
        }
        Answer expected =
                call(real.alertmanager().address(), method, path, body, "application/json");
        Answer actual = call(simulated.address(), method, path, body, "application/json");
        assertThat(actual.status()).as(actual.body()).isEqualTo(expected.status());
        if (!how.equals("status")) {
            assertThat(actual.body().strip()).isEqualTo(expected.body().strip());
        }
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/x-www-form-urlencoded"})
    void what_is_not_json_is_an_unsupported_media_type(String type) throws Exception {
        Answer expected = call(real.alertmanager().address(), "POST", "/api/v2/alerts", "[]", type);
        assertThat(call(simulated.address(), "POST", "/api/v2/alerts", "[]", type))
                .isEqualTo(expected);
    }

    private Answer call(URI base, String method, String path, String body, String type)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path))
                        .method(
                                method,
                                body == null || body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        HttpResponse<String> reply =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(reply.statusCode(), reply.body());
    }
}
