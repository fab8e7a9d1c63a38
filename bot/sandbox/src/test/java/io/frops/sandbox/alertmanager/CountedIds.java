package io.frops.sandbox.alertmanager;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// UUIDs that count up.
final class CountedIds implements Supplier<String> {
    private final AtomicLong next = new AtomicLong(1);

    @Override
    public String get() {
        return String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", next.getAndIncrement());
    }
}
