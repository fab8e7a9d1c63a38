package io.frops.sandbox.run;

import io.frops.app.cli.Exit;
import io.frops.app.observe.Logging;
import io.frops.app.wiring.Host;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// One start with its first page, from which the build records the AOT cache. Leaves nothing
/// behind.
final class Rehearsal {
    private Rehearsal() {}

    static Exit run(Host host) {
        Logging.to(OutputStream.nullOutputStream(), "frops", "error");
        try {
            Path data = Files.createTempDirectory("frops-rehearsal");
            try (Sandbox sandbox = Sandbox.start(data, 0, host, Alerting.simulated(host))) {
                look(sandbox.description().page());
            } finally {
                remove(data);
            }
            return Exit.DONE;
        } catch (IOException e) {
            return Exit.FAILED;
        }
    }

    private static void look(URI page) throws IOException {
        try (InputStream in = page.resolve("/").toURL().openStream()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e)
                            throws IOException {
                        Files.deleteIfExists(dir);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
