package io.frops.integrations.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.frops.core.platform.Health;
import io.frops.core.platform.HealthSource;
import io.frops.core.platform.HealthSourceContract;
import io.frops.core.platform.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HttpProbesTest extends HealthSourceContract {
    private final ProbeSettings settings = new ProbeSettings(Duration.ofSeconds(3));
    private final HttpProbes probes =
            new HttpProbes(settings, SharedClient.within(Duration.ofSeconds(3)));
    private final WireMockServer server = local();
    private final WireMockServer elsewhere = local();
    private ServerSocket silence;
    private int nowhere;

    private static WireMockServer local() {
        return new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    }

    @BeforeAll
    void start() throws IOException {
        server.start();
        elsewhere.start();
        elsewhere.stubFor(get(anyUrl()).willReturn(ok()));
        silence = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nowhere = gone.getLocalPort();
        }
        server.stubFor(get("/health").willReturn(ok("fine")));
        server.stubFor(get("/broken").willReturn(aResponse().withStatus(503)));
        server.stubFor(
                get("/endless")
                        .willReturn(ok("x".repeat(100)).withChunkedDribbleDelay(20, 20_000)));
        server.stubFor(get("/moved").willReturn(redirect("/health")));
        server.stubFor(get("/loop").willReturn(redirect("/loop")));
        server.stubFor(
                get("/away").willReturn(redirect(elsewhere.baseUrl() + "/latest/meta-data/")));
        server.stubFor(
                get("/reset").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder redirect(
            String to) {
        return aResponse().withStatus(302).withHeader("Location", to);
    }

    @AfterAll
    void stop() throws IOException {
        probes.close();
        server.stop();
        elsewhere.stop();
        silence.close();
    }

    @Override
    protected HealthSource source() {
        return probes;
    }

    /// The port is part of the address, so the silent and the absent server need services of their
    /// own; the contract's service is moved there.
    @Override
    protected HealthSource silent() {
        return at(silence.getLocalPort());
    }

    @Override
    protected HealthSource unreachable() {
        return at(nowhere);
    }

    private HealthSource at(int port) {
        return new HealthSource() {
            @Override
            public String name() {
                return probes.name();
            }

            @Override
            public List<Health> of(Service service) {
                return probes.of(
                        service(
                                "moved",
                                List.of(URI.create("http://127.0.0.1:" + port)),
                                List.of()));
            }
        };
    }

    @Override
    protected Service well() {
        return probed("/health");
    }

    @Override
    protected Service failing() {
        return probed("/broken");
    }

    @Test
    void a_redirect_to_another_server_is_told_and_not_followed() {
        Health.Probe probe = probe("/away");
        assertThat(probe.healthy()).isFalse();
        assertThat(probe.detail()).contains("redirects to another server");
        elsewhere.verify(0, getRequestedFor(anyUrl()));
        server.verify(getRequestedFor(urlEqualTo("/away")));
    }

    @Test
    void a_redirect_on_the_same_server_is_followed() {
        assertThat(probe("/moved").healthy()).isTrue();
    }

    @Test
    void a_redirect_without_end_is_given_up() {
        assertThat(probe("/loop").detail()).isEqualTo("redirects more than 3 times");
    }

    @Test
    void a_body_that_does_not_end_is_left_unread() {
        assertThat(probe("/endless")).matches(Health.Probe::healthy);
    }

    @Test
    void a_connection_that_breaks_is_told() {
        assertThat(probe("/reset"))
                .extracting(Health.Probe::detail)
                .isEqualTo("broke the connection");
    }

    @Test
    void a_password_in_an_address_is_not_shown() {
        URI secret =
                URI.create(
                        "http://user:hunter2@127.0.0.1:" + server.port() + "/health?key=hunter2");
        assertThat(probes.of(service("s", List.of(secret), List.of())).toString())
                .doesNotContain("hunter2");
    }

    private Health.Probe probe(String path) {
        return (Health.Probe) probes.of(probed(path)).getFirst();
    }

    private Service probed(String path) {
        return service("backend", List.of(URI.create(server.baseUrl() + path)), List.of());
    }
}
