package io.frops.core.skipped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Keeps a list of what was skipped and why, which the build prints at its end: a gate that is
/// green because it looked away must say so. The file is the one that the system property
/// `frops.skipped` names, if any.
public final class SkippedTests implements TestExecutionListener {
    private final Optional<Path> file;
    private final Collection<String> skipped = new ConcurrentSkipListSet<>();

    /// For JUnit, which finds this class by ServiceLoader.
    public SkippedTests() {
        this(Optional.ofNullable(System.getProperty("frops.skipped")).map(Path::of));
    }

    SkippedTests(Optional<Path> file) {
        this.file = file;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        note(test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED) {
            note(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
        }
    }

    private void note(TestIdentifier test, String reason) {
        skipped.add(place(test) + ": " + reason.lines().findFirst().orElse(""));
    }

    private static String place(TestIdentifier test) {
        return switch (test.getSource().orElse(null)) {
            case ClassSource source -> shortName(source.getClassName());
            case MethodSource source ->
                    shortName(source.getClassName()) + "." + source.getMethodName();
            case null, default -> test.getDisplayName();
        };
    }

    private static String shortName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (!skipped.isEmpty()) {
            file.ifPresent(this::append);
        }
    }

    private void append(Path target) {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.write(
                    target,
                    List.copyOf(skipped),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
