package io.frops.checks.bench;

import io.frops.app.cli.Terminal;
import io.frops.checks.world.Http;
import io.frops.checks.world.SignedSlack;
import io.frops.checks.world.World;
import io.frops.core.settings.Secret;
import io.frops.core.testing.Race;
import io.frops.core.testing.TcpProxy;
import io.frops.integrations.mongo.embedded.EmbeddedMongo;
import io.frops.sandbox.kubernetes.KubernetesSimulator;
import io.frops.sandbox.slack.api.Fault;
import io.frops.sandbox.slack.api.Faults;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The first answer of a look while Slack, Kubernetes and MongoDB all hang, beside a bare Bolt.
final class Reads {
    private static final int WARM_UP = 75;
    private static final int ROUNDS = 5;
    private static final int LOOKS = 75;
    private static final int PEOPLE = 2;
    private static final int MANY = 1_000_000;
    private static final double TARGET_MILLIS = 100;
    private static final List<String> WORDS = List.of("incidents", "incident INC-1", "health");
    private static final Secret TOKEN = Secret.parse("kubernetes-token-of-the-bench");

    private final Table table;

    Reads(Table table) {
        this.table = table;
    }

    void run(Path folder) throws Exception {
        try (EmbeddedMongo store = EmbeddedMongo.open(folder.resolve("store.mv.db"));
                TcpProxy proxy = TcpProxy.to(store.address());
                Echo echo = new Echo();
                KubernetesSimulator kubernetes =
                        KubernetesSimulator.start(Terminal.ofProcess().clock(), TOKEN, "platform");
                Stage stage =
                        new Stage(
                                Files.createDirectory(folder.resolve("bot")),
                                "{store: mongodb, uri: \"mongodb://127.0.0.1:%d/frops\"}"
                                        .formatted(proxy.port()),
                                "kubernetes: {enabled: true, server: \"%s\", token: %s, namespace: platform}"
                                        .formatted(kubernetes.address(), TOKEN.reveal()))) {
            measure(stage, echo, proxy, kubernetes);
            proxy.mend();
            stage.slack().faults().clear();
            kubernetes.faults().clear();
        }
    }

    private void measure(Stage stage, Echo echo, TcpProxy proxy, KubernetesSimulator kubernetes) {
        SignedSlack bot = slack(stage.port());
        SignedSlack peer = slack(echo.port());
        looks(stage, bot, WARM_UP, "w");
        looks(stage, peer, WARM_UP, "w");
        kubernetes.faults().hang("*");
        stage.slack().faults().failNext(Faults.ANY, MANY, new Fault.Hang());
        proxy.stall();
        // The first look under the fault is the one that finds out.
        List<Double> first = looks(stage, bot, WARM_UP, "f");
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> usual = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Double> mine = looks(stage, bot, LOOKS, "h" + round);
            ours.add(percentile(mine, 99));
            usual.add(percentile(mine, 50));
            theirs.add(percentile(looks(stage, peer, LOOKS, "h" + round), 99));
        }
        if (proxy.held() == 0) {
            throw new AssertionError("MongoDB did not hang");
        }
        table.atMost(
                "first answer of a look while all hang, p99",
                Throughput.median(ours),
                TARGET_MILLIS,
                "ms",
                "(p50 %.1f; bare Bolt echo p99 %.1f)"
                        .formatted(Throughput.median(usual), Throughput.median(theirs)));
        table.tell(
                "the first look under the fault",
                "%.0f ms: it finds out that something hangs".formatted(first.getLast()));
    }

    private static SignedSlack slack(int port) {
        return new SignedSlack(
                new Http(URI.create("http://127.0.0.1:" + port)), World.SIGNING_SECRET);
    }

    /// @return milliseconds, sorted
    private static List<Double> looks(Stage stage, SignedSlack at, int each, String mark) {
        return Race.of(
                        PEOPLE,
                        person -> {
                            List<Double> mine = new ArrayList<>();
                            for (int i = 0; i < each; i++) {
                                mine.add(look(stage, at, i, mark + person + "x" + i));
                            }
                            return mine;
                        })
                .stream()
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    private static double look(Stage stage, SignedSlack at, int number, String unique) {
        String body =
                SignedSlack.command(World.DAN, "T0SANDBOX", WORDS.get(number % WORDS.size()))
                        + "&unique="
                        + unique;
        Http.Answer answer = at.post(body, stage.clock().instant());
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return toMillis(answer.took());
    }

    private static double toMillis(Duration time) {
        return time.toNanos() / 1e6;
    }

    private static double percentile(List<Double> sorted, int percent) {
        int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
        return sorted.get(Math.max(0, rank - 1));
    }
}
