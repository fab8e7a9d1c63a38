package io.frops.integrations.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.OAuthTokenProvider;
import io.frops.core.settings.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One client, made at its first use, since that reads files.
final class Connection implements AutoCloseable {
    private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    private final KubernetesSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable KubernetesClient client;

    Connection(KubernetesSettings settings) {
        this.settings = settings;
    }

    /// @throws UncheckedIOException when a file of the settings cannot be read; the next call tries
    ///   again
    KubernetesClient client() {
        lock.lock();
        try {
            KubernetesClient known = client;
            if (known == null) {
                known = new KubernetesClientBuilder().withConfig(limited(config())).build();
                client = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private Config config() {
        return settings.kubeconfig()
                .map(file -> Config.fromKubeconfig(readable(file).toFile()))
                .or(() -> settings.server().map(this::byAddress))
                .orElseGet(Connection::inCluster);
    }

    private Config byAddress(URI server) {
        Config config = Config.empty();
        config.setMasterUrl(server.toString());
        settings.token().map(Secret::reveal).ifPresent(config::setOauthToken);
        settings.caFile()
                .map(Connection::readable)
                .map(Path::toString)
                .ifPresent(config::setCaCertFile);
        return config;
    }

    private static Config inCluster() {
        Path token = readable(ACCOUNT.resolve("token"));
        Config config = Config.empty();
        config.setMasterUrl("https://kubernetes.default.svc");
        config.setCaCertFile(ACCOUNT.resolve("ca.crt").toString());
        OAuthTokenProvider current = () -> read(token);
        config.setOauthTokenProvider(current);
        return config;
    }

    /// Our own limits, whatever a kubeconfig says; and no retries, which would outlast them.
    private Config limited(Config config) {
        int millis = Math.toIntExact(settings.timeout().toMillis());
        config.setRequestTimeout(millis);
        config.setConnectionTimeout(millis);
        config.setRequestRetryBackoffLimit(0);
        config.setUserAgent("frops");
        return config;
    }

    private static Path readable(Path file) {
        if (!Files.isReadable(file)) {
            throw new UncheckedIOException(
                    new IOException(
                            "cannot read "
                                    + file
                                    + ": check that it exists and that the bot's user may read it"));
        }
        return file;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (client != null) {
                client.close();
                client = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
