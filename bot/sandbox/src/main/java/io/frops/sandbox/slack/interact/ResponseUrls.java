package io.frops.sandbox.slack.interact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frops.sandbox.slack.http.Exchange;
import io.frops.sandbox.slack.workspace.Change;
import io.frops.sandbox.slack.workspace.Content;
import io.frops.sandbox.slack.workspace.Drafts;
import io.frops.sandbox.slack.workspace.Message;
import io.frops.sandbox.slack.workspace.Refusal;
import io.frops.sandbox.slack.workspace.ResponseUrl;
import io.frops.sandbox.slack.workspace.Tx;
import io.frops.sandbox.slack.workspace.Workspace;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Addresses by which the app answers an interaction: five uses within 30 minutes.
public final class ResponseUrls {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Workspace workspace;
    private final Drafts drafts;
    private final Supplier<URI> page;
    private final Supplier<String> random;

    public ResponseUrls(
            Workspace workspace, Drafts drafts, Supplier<URI> page, Supplier<String> random) {
        this.workspace = workspace;
        this.drafts = drafts;
        this.page = page;
        this.random = random;
    }

    /// A new address.
    ///
    /// @param source the message acted on, null after a command
    String issue(String person, String channel, @Nullable Message source, boolean ephemeral) {
        ResponseUrl url =
                new ResponseUrl(
                        random.get() + random.get(),
                        person,
                        channel,
                        source == null ? null : source.ts(),
                        source == null ? null : source.threadTs(),
                        ephemeral,
                        workspace.clock().instant().plus(LIFE).toEpochMilli(),
                        0);
        workspace.apply(new Change.UrlSet(url));
        return page.get() + "/actions/" + url.key();
    }

    /// Answers `POST /actions/KEY`.
    public void serve(Exchange exchange) {
        String key = exchange.path().substring("/actions/".length());
        try {
            JsonNode body = JSON.readTree(exchange.body());
            if (!body.isObject()) {
                throw new Refusal("invalid_payload");
            }
            answer(key, body);
            exchange.json(200, JsonNodeFactory.instance.objectNode().put("ok", true));
        } catch (Refusal refusal) {
            int status = refusal.code().endsWith("_url") ? 404 : 400;
            exchange.json(status, refused(refusal.code()));
        } catch (JsonProcessingException _) {
            exchange.json(400, refused("invalid_payload"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode refused(String code) {
        return JsonNodeFactory.instance.objectNode().put("ok", false).put("error", code);
    }

    private void answer(String key, JsonNode body) {
        boolean delete = body.path("delete_original").asBoolean();
        Content content =
                delete ? Content.of("") : drafts.read(Drafts.Raw.of(body), "invalid_blocks");
        ResponseUrl url = Objects.requireNonNull(workspace.decide(tx -> used(tx, key))).url();
        if (delete && url.source() != null) {
            original(url, null);
        } else if (body.path("replace_original").asBoolean() && url.source() != null) {
            original(url, content);
        } else if (!delete) {
            publish(url, body, content);
        }
    }

    private Change.UrlSet used(Tx tx, String key) {
        ResponseUrl url = tx.url(key).orElseThrow(() -> new Refusal("expired_url"));
        if (workspace.clock().millis() >= url.expires()) {
            throw new Refusal("expired_url");
        }
        if (url.uses() >= ResponseUrl.MOST_USES) {
            throw new Refusal("used_url");
        }
        return new Change.UrlSet(url.used());
    }

    /// Replaces the message acted on, or removes it when there is no content.
    private void original(ResponseUrl url, @Nullable Content content) {
        String ts = Objects.requireNonNull(url.source());
        workspace.decide(tx -> {
            Message old =
                    (url.ephemeral() ? tx.whisper(url.user(), ts) : tx.message(url.channel(), ts))
                            .orElse(null);
            if (old == null) {
                return null;
            }
            if (content == null) {
                return url.ephemeral()
                        ? new Change.Unwhispered(url.user(), ts)
                        : new Change.Deleted(url.channel(), ts);
            }
            return url.ephemeral()
                    ? new Change.Whispered(
                            url.user(),
                            new Message(old.channel(), ts, old.user(), content, old.threadTs()))
                    : new Change.Written(old.edited(content, tx.ts()));
        });
    }

    private void publish(ResponseUrl url, JsonNode body, Content content) {
        String thread = body.path("thread_ts").asText(url.threadTs());
        String bot = workspace.team().bot().id();
        if (body.path("response_type").asText("").equals("in_channel")) {
            workspace.post(url.channel(), bot, content, thread, false);
        } else {
            workspace.whisper(url.channel(), bot, url.user(), content, thread);
        }
    }
}
