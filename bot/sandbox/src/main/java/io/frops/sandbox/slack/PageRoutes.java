package io.frops.sandbox.slack;

import io.frops.sandbox.slack.http.Exchange;
import io.frops.sandbox.slack.page.Page;
import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.KeptFile;
import io.frops.sandbox.slack.workspace.Message;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// GET: the page, its style and script, permanent links, files. None of them changes anything.
final class PageRoutes {
    private static final Map<String, String> ASSETS =
            Map.of(
                    "/app.css", "text/css; charset=utf-8",
                    "/app.js", "text/javascript; charset=utf-8",
                    "/icon.svg", "image/svg+xml");
    private static final String POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private final Workspace workspace;
    private final Page page;
    private final Stream stream;

    PageRoutes(Workspace workspace, Page page, Stream stream) {
        this.workspace = workspace;
        this.page = page;
        this.stream = stream;
    }

    void serve(Exchange exchange) {
        String path = exchange.path();
        exchange.with("X-Content-Type-Options", "nosniff").with("Referrer-Policy", "no-referrer");
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            exchange.send(405, "text/plain", "Only GET works here.");
        } else if (path.equals("/")) {
            exchange.with("Content-Security-Policy", POLICY).html(page.html(look(exchange)));
        } else if (ASSETS.containsKey(path)) {
            asset(exchange, path);
        } else if (path.equals("/stream")) {
            stream.serve(exchange, person(exchange.query("as")).id());
        } else if (path.startsWith("/archives/")) {
            archive(exchange, path.split("/", -1));
        } else if (path.startsWith("/files/")) {
            file(exchange, path.substring("/files/".length()));
        } else {
            exchange.send(404, "text/plain", "There is nothing at this address.");
        }
    }

    private Person person(@Nullable String id) {
        Optional<Person> asked = id == null ? Optional.empty() : workspace.person(id);
        return asked.filter(p -> p.kind() != Person.Kind.BOT)
                .orElseGet(() ->
                        workspace.people().stream()
                                .filter(p -> p.kind() != Person.Kind.BOT)
                                .findFirst()
                                .orElseThrow());
    }

    private Page.Look look(Exchange exchange) {
        Person person = person(exchange.query("as"));
        String asked = exchange.query("channel");
        Channel channel =
                (asked == null ? Optional.<Channel>empty() : workspace.channel(asked))
                        .filter(c ->
                                c.kind() == Channel.Kind.PUBLIC
                                        || c.members().contains(person.id()))
                        .orElseGet(this::first);
        String thread = exchange.query("thread");
        boolean known = thread != null && workspace.message(channel.id(), thread).isPresent();
        boolean home =
                channel.kind() == Channel.Kind.DIRECT && "home".equals(exchange.query("tab"));
        return new Page.Look(person, channel, known ? thread : null, home);
    }

    private Channel first() {
        return workspace.channels().stream()
                .filter(c -> c.name().equals("incidents"))
                .findFirst()
                .orElseGet(() -> workspace.channels().getFirst());
    }

    private static void asset(Exchange exchange, String path) {
        try (InputStream in = PageRoutes.class.getResourceAsStream(path.substring(1))) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing from the jar");
            }
            exchange.with("Cache-Control", "no-cache");
            exchange.send(200, String.valueOf(ASSETS.get(path)), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `/archives/CHANNEL/pTS`, as chat.getPermalink gives it.
    private void archive(Exchange exchange, String[] parts) {
        if (parts.length < 4 || !parts[3].matches("p\\d{16}")) {
            exchange.send(404, "text/plain", "This is not a link to a message.");
            return;
        }
        String ts = parts[3].substring(1, 11) + "." + parts[3].substring(11);
        Optional<Message> message = workspace.message(parts[2], ts);
        String thread =
                message.filter(Message::isReply).map(m -> "&thread=" + m.threadTs()).orElse("");
        if (message.isEmpty()) {
            exchange.send(404, "text/plain", "There is no such message.");
            return;
        }
        exchange.with("Location", "/?channel=" + parts[2] + thread + "#m" + ts);
        exchange.send(302, "text/plain", "");
    }

    private void file(Exchange exchange, String id) {
        Optional<KeptFile> file = workspace.read(tx -> tx.file(id));
        if (file.isEmpty()) {
            exchange.send(404, "text/plain", "There is no such file.");
            return;
        }
        // Never as anything that a browser would run.
        exchange.with("Content-Security-Policy", "sandbox");
        exchange.send(
                200, "text/plain; charset=utf-8", Base64.getDecoder().decode(file.get().data()));
    }
}
