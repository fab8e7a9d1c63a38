package io.frops.integrations.otlp;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ended spans on their way out. Who puts one in never waits: what does not fit is dropped and
/// counted, and so is a batch that is not taken. One batch at a time is under way.
final class Outbox {
    /// A storm's worth of spans; about 4 MB when full.
    static final int CAPACITY = 4_096;

    private static final int BATCH = 512;

    /// A batch is sent this long after its first span, or once it is full.
    private static final long LINGER_MILLIS = 500;

    /// How soon a closing is seen.
    private static final long LOOK_MILLIS = 50;

    /// The exporter's own time-out comes first, unless an answer's body hangs.
    private static final long LIMIT_MILLIS = Exporters.TIMEOUT.plusSeconds(1).toMillis();

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final BlockingQueue<SpanData> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final SpanExporter exporter;
    private final LongAdder sent = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final Thread worker;
    private volatile boolean closing;
    private CompletableResultCode underWay = CompletableResultCode.ofSuccess();
    private boolean failing;

    Outbox(SpanExporter exporter) {
        this.exporter = exporter;
        worker = Thread.ofVirtual().name("traces").start(this::work);
    }

    void offer(SpanData span) {
        if (closing || !queue.offer(span)) {
            dropped.increment();
        }
    }

    long sent() {
        return sent.sum();
    }

    long dropped() {
        return dropped.sum();
    }

    private void work() {
        try {
            while (!closing || !queue.isEmpty()) {
                List<SpanData> batch = batch();
                if (!batch.isEmpty()) {
                    send(batch);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<SpanData> batch() throws InterruptedException {
        List<SpanData> batch = new ArrayList<>();
        SpanData first = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return batch;
        }
        batch.add(first);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LINGER_MILLIS);
        while (!closing && batch.size() < BATCH && System.nanoTime() < end) {
            SpanData next = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (next != null) {
                batch.add(next);
            }
        }
        queue.drainTo(batch, BATCH - batch.size());
        return batch;
    }

    private void send(List<SpanData> batch) {
        if (!underWay.isDone()) {
            // Its answer hangs: no second one beside it.
            underWay.join(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (underWay.isDone()) {
            underWay = exported(batch);
            underWay.join(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (underWay.isSuccess()) {
            sent.add(batch.size());
            told(false);
        } else {
            dropped.add(batch.size());
            told(true);
        }
    }

    private CompletableResultCode exported(List<SpanData> batch) {
        try {
            return exporter.export(batch);
        } catch (RuntimeException e) {
            return CompletableResultCode.ofExceptionalFailure(e);
        }
    }

    private void told(boolean fails) {
        if (fails && !failing) {
            LOG.warn(
                    "Traces are dropped until tracing.endpoint takes them: {}",
                    Exporters.why(underWay));
        } else if (!fails && failing) {
            LOG.info("Traces are taken again");
        }
        failing = fails;
    }

    /// Sends what is left, for so long; the rest is dropped.
    void close(Duration atMost) {
        closing = true;
        try {
            if (!worker.join(atMost)) {
                worker.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        List<SpanData> left = new ArrayList<>();
        queue.drainTo(left);
        dropped.add(left.size());
        exporter.shutdown();
    }
}
