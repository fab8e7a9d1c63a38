package io.frops.checks.doctor;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;

/// An Alertmanager with a configuration of the test's choice, shown as 0.25 does.
final class AlertmanagerStub implements AutoCloseable {
    private final WireMockServer server =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    AlertmanagerStub(String config) {
        server.start();
        var status = new ObjectMapper().createObjectNode();
        status.putObject("cluster").put("status", "ready");
        status.putObject("config").put("original", config);
        status.put("uptime", "2026-01-31T08:30:00.000Z");
        status.putObject("versionInfo").put("version", "0.25.0");
        server.stubFor(get(urlPathEqualTo("/api/v2/status")).willReturn(okJson(status.toString())));
        server.stubFor(
                get(urlPathEqualTo("/api/v2/alerts"))
                        .willReturn(
                                okJson(
                                        """
                                        [{"labels": {"alertname": "Watchdog"}, "annotations": {},
                                          "startsAt": "2026-01-31T08:30:00.000Z",
                                          "endsAt": "2099-01-31T08:30:00.000Z",
                                          "fingerprint": "00000000000000aa", "generatorURL": "",
                                          "receivers": [{"name": "frops"}],
                                          "status": {"state": "active", "inhibitedBy": [], "silencedBy": []}}]
                                        """)));
    }

    /// A configuration whose receiver has this webhook.
    static AlertmanagerStub withWebhook(String receiver, String webhook) {
        return new AlertmanagerStub(
                """
                route: {receiver: %s, group_wait: 30s}
                receivers:
                - name: %s
                  webhook_configs:
                  - %s
                """
                        .formatted(receiver, receiver, webhook));
    }

    String address() {
        return server.baseUrl();
    }

    @Override
    public void close() {
        server.stop();
    }
}
