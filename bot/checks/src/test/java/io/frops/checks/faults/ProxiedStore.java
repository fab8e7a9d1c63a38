package io.frops.checks.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.frops.checks.world.World;
import io.frops.core.testing.TcpProxy;
import io.frops.integrations.mongo.embedded.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A bot whose database stands behind a proxy that can break it.
record ProxiedStore(EmbeddedMongo store, TcpProxy proxy, World world) implements AutoCloseable {
    static ProxiedStore start(Path folder) throws IOException {
        EmbeddedMongo store = EmbeddedMongo.open(folder.resolve("store.mv.db"));
        TcpProxy proxy = TcpProxy.to(store.address());
        World world =
                World.start(
                        Files.createDirectory(folder.resolve("bot")),
                        World.Plan.PLAIN.on("mongodb://127.0.0.1:" + proxy.port() + "/frops"));
        return new ProxiedStore(store, proxy, world);
    }

    /// What lies in a collection, read past the proxy and past the bot.
    List<String> documents(String collection) {
        try (MongoClient client = client()) {
            return documents(client, collection);
        }
    }

    /// Every document there is.
    List<String> everything() {
        try (MongoClient client = client()) {
            List<String> found = new ArrayList<>();
            for (String collection : client.getDatabase("frops").listCollectionNames()) {
                found.addAll(documents(client, collection));
            }
            return found;
        }
    }

    private MongoClient client() {
        return MongoClients.create("mongodb://127.0.0.1:" + store.address().getPort());
    }

    private static List<String> documents(MongoClient client, String collection) {
        List<String> found = new ArrayList<>();
        client.getDatabase("frops")
                .getCollection(collection)
                .find()
                .forEach(document -> found.add(document.toJson()));
        return found;
    }

    @Override
    public void close() throws IOException {
        proxy.release();
        proxy.mend();
        world.close();
        proxy.close();
        store.close();
    }
}
