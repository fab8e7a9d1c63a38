package io.frops.checks.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Runs a property over a corpus and its mutants. `-Dfuzz.rounds=N` asks for N mutants instead of
/// the gate's few, `-Dfuzz.seed=S` for others than the last time.
///
/// The corpus is under `src/test/resources/fuzz/TARGET`: real inputs, and every input that ever
/// failed.
final class Fuzz {
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    private final String target;
    private final List<byte[]> corpus = new ArrayList<>();

    /// An input that comes again is a replay, which gets less of an answer.
    private final Set<ByteBuffer> seen = new HashSet<>();

    private final Random random = new Random(SEED);

    Fuzz(String target) {
        this.target = target;
        var folder = Objects.requireNonNull(Fuzz.class.getResource("/fuzz/" + target));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            for (Path file : files.sorted().toList()) {
                corpus.add(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Mutator mutator(Nasty nasty) {
        return new Mutator(random, nasty);
    }

    /// @return how many inputs held
    int run(int rounds, UnaryOperator<byte[]> mutation, Consumer<byte[]> property) {
        corpus.forEach(input -> hold(input, property));
        int mutants = Integer.getInteger("fuzz.rounds", rounds);
        for (int i = 0; i < mutants; i++) {
            byte[] parent = corpus.get(random.nextInt(corpus.size()));
            hold(mutation.apply(parent), property);
        }
        return corpus.size() + mutants;
    }

    private void hold(byte[] input, Consumer<byte[]> property) {
        if (!seen.add(ByteBuffer.wrap(input))) {
            return;
        }
        try {
            property.accept(input);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "This input fails; add it to src/test/resources/fuzz/"
                            + target
                            + ": "
                            + kept(input)
                            + "\n"
                            + e.getMessage(),
                    e);
        }
    }

    private Path kept(byte[] input) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "fuzz", target));
            String name = HexFormat.of().toHexDigits(Arrays.hashCode(input), 8);
            return Files.write(folder.resolve("failed-" + name), input).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
