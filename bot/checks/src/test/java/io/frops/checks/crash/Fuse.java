package io.frops.checks.crash;

import io.frops.core.observe.Arrows;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Ends the process at one arrow, with nothing tidied up and no hook run: what the kernel does for
/// `kill -9`, at a place that is chosen.
final class Fuse implements Arrows {
    /// As a shell reports SIGKILL.
    static final int EXIT = 137;

    private final Consumer<String> tell;
    private final AtomicReference<@Nullable String> armed = new AtomicReference<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /// @param tell hears of each arrow once
    Fuse(Consumer<String> tell) {
        this.tell = tell;
    }

    /// @param point `before ARROW` or `after ARROW`
    void arm(String point) {
        armed.set(point);
    }

    @Override
    public void before(String arrow) {
        if (seen.add(arrow)) {
            tell.accept("seen " + arrow);
        }
        pass("before " + arrow);
    }

    @Override
    public void after(String arrow) {
        pass("after " + arrow);
    }

    private void pass(String point) {
        if (point.equals(armed.get())) {
            System.err.println(ended(point));
            System.err.flush();
            Runtime.getRuntime().halt(EXIT);
        }
    }

    /// The last line of a process that ended there.
    static String ended(String point) {
        return "ended by its fuse: " + point;
    }
}
