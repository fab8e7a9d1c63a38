package io.frops.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int PATIENT_MILLIS = 10_000;
    private static final int IMPATIENT_MILLIS = 100;

    private ServerSocket echo;
    private TcpProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
        proxy = TcpProxy.to(new InetSocketAddress(echo.getInetAddress(), echo.getLocalPort()));
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void what_is_said_comes_back_and_is_counted() throws IOException {
        try (Socket client = connect()) {
            assertThat(say(client, 7)).isEqualTo(7);
        }
        assertThat(proxy.accepted()).isEqualTo(1);
        // The proxy counts what it has passed on: the client may have it a moment sooner.
        Eventually.await(
                "one byte each way",
                PATIENCE,
                () -> proxy.requested() == 1 && proxy.replied() == 1);
        assertThat(proxy.held() + proxy.refused() + proxy.reset()).isZero();
    }

    @Test
    void a_cut_ends_connections_refuses_new_ones_and_can_be_mended() throws IOException {
        try (Socket client = connect()) {
            say(client, 1);
            proxy.cut();
            assertThatThrownBy(() -> endOf(client)).isInstanceOf(IOException.class);
            assertThatThrownBy(
                            () -> {
                                try (Socket other = connect()) {
                                    endOf(other);
                                }
                            })
                    .isInstanceOf(IOException.class);
        }
        assertThat(proxy.reset()).isEqualTo(1);
        assertThat(proxy.refused()).isEqualTo(1);
        proxy.mend();
        try (Socket client = connect()) {
            assertThat(say(client, 2)).isEqualTo(2);
        }
    }

    @Test
    void a_stall_holds_both_ways_until_it_is_mended() throws IOException {
        try (Socket client = connect()) {
            say(client, 1);
            proxy.stall();
            client.getOutputStream().write(9);
            client.setSoTimeout(IMPATIENT_MILLIS);
            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(proxy.requested()).isEqualTo(1);
            assertThat(proxy.held()).isEqualTo(1);
            proxy.mend();
            client.setSoTimeout(PATIENT_MILLIS);
            assertThat(client.getInputStream().read()).isEqualTo(9);
        }
    }

    @Test
    void held_replies_let_the_request_through() throws IOException {
        try (Socket client = connect()) {
            proxy.holdReplies();
            client.getOutputStream().write(5);
            Eventually.await("the reply is held", Duration.ofSeconds(10), () -> proxy.held() == 1);
            assertThat(proxy.requested()).isEqualTo(1);
            assertThat(proxy.replied()).isZero();
            proxy.mend();
            assertThat(client.getInputStream().read()).isEqualTo(5);
        }
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(proxy.address().getAddress(), proxy.port());
        client.setSoTimeout(PATIENT_MILLIS);
        return client;
    }

    private static int say(Socket client, int word) throws IOException {
        client.getOutputStream().write(word);
        return client.getInputStream().read();
    }

    /// Whether by reset or by end of stream depends on who is quicker; both are the end.
    private static void endOf(Socket client) throws IOException {
        if (client.getInputStream().read() < 0) {
            throw new IOException("end of stream");
        }
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> repeat(client));
            } catch (IOException _) {
                // Closed at the test's end.
            }
        }
    }

    private static void repeat(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException _) {
            // The test broke it.
        }
    }
}
