package io.frops.integrations.slack.socket;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A socket whose other end is the test.
final class FakeSocket implements WebSocket {
    final List<String> sent = new CopyOnWriteArrayList<>();
    final AtomicInteger pings = new AtomicInteger();
    volatile boolean aborted;

    private CompletableFuture<WebSocket> done() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
        sent.add(data.toString());
        return done();
    }

    @Override
    public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
        throw new AssertionError("Slack is sent texts only");
    }

    @Override
    public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
        pings.incrementAndGet();
        return done();
    }

    @Override
    public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
        throw new AssertionError("the JDK answers pings");
    }

    @Override
    public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
        sent.add("close");
        return done();
    }

    @Override
    public void request(long n) {}

    @Override
    public String getSubprotocol() {
        return "";
    }

    @Override
    public boolean isOutputClosed() {
        return aborted;
    }

    @Override
    public boolean isInputClosed() {
        return aborted;
    }

    @Override
    public void abort() {
        aborted = true;
    }
}
