package io.frops.integrations.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.frops.core.settings.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Slack, answering what a test tells it to.
public final class SlackStub {
    private final WireMockExtension server;

    public SlackStub(WireMockExtension server) {
        this.server = server;
    }

    public static WireMockExtension server() {
        return WireMockExtension.newInstance()
                .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
                .build();
    }

    public SlackSettings settings() {
        return new SlackSettings(
                Secret.parse("xoxb-test"),
                Secret.parse("signing-secret"),
                Optional.empty(),
                URI.create(url("/api/")),
                Optional.of("T1"));
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }

    /// Answers a method with JSON.
    public SlackStub says(String method, String json) {
        return answers("/api/" + method, okJson(json));
    }

    public SlackStub answers(String path, ResponseDefinitionBuilder response) {
        server.stubFor(post(urlPathEqualTo(path)).willReturn(response));
        return this;
    }

    public SlackStub fails(String method, int status) {
        return answers("/api/" + method, aResponse().withStatus(status));
    }

    public WireMockExtension wire() {
        return server;
    }

    /// What was sent to a method, or to another path that begins with a slash.
    public List<LoggedRequest> sent(String method) {
        String path = method.startsWith("/") ? method : "/api/" + method;
        return server.findAll(postRequestedFor(urlPathEqualTo(path)));
    }

    public static String field(LoggedRequest request, String name) {
        return request.formParameter(name).isPresent()
                ? request.formParameter(name).firstValue()
                : "";
    }
}
