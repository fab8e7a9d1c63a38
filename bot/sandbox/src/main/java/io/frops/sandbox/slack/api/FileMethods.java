package io.frops.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.workspace.Change;
import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Content;
import io.frops.sandbox.slack.workspace.KeptFile;
import io.frops.sandbox.slack.workspace.Refusal;
import io.frops.sandbox.slack.workspace.Workspace;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// files.*: the upload in three steps. A shared file shows as a message with a link to it.
final class FileMethods {
    private final Workspace workspace;
    private final Conversations conversations;
    private final Supplier<URI> page;
    private final Supplier<String> random;

    FileMethods(
            Workspace workspace,
            Conversations conversations,
            Supplier<URI> page,
            Supplier<String> random) {
        this.workspace = workspace;
        this.conversations = conversations;
        this.page = page;
        this.random = random;
    }

    Map<String, Function<Call, ObjectNode>> all() {
        return Map.of(
                "files.getUploadURLExternal", this::begin,
                "files.completeUploadExternal", this::complete);
    }

    private ObjectNode begin(Call call) {
        String id = "F" + random.get().toUpperCase(Locale.ROOT);
        String name = call.text("filename");
        if (!call.text("length").matches("[1-9]\\d{0,8}")) {
            throw new Refusal("invalid_arguments", List.of("`length` must be a positive number"));
        }
        long length = Long.parseLong(call.text("length"));
        workspace.apply(new Change.FileSet(new KeptFile(id, name, name, length, "")));
        return JsonNodeFactory.instance
                .objectNode()
                .put("upload_url", page.get() + "/upload/" + id)
                .put("file_id", id);
    }

    /// Takes the bytes that were posted to the upload address. False when it is not one, or the
    /// length differs.
    boolean bytes(String id, byte[] data) {
        Optional<KeptFile> file = workspace.read(tx -> tx.file(id));
        if (file.isEmpty() || file.get().length() != data.length) {
            return false;
        }
        workspace.apply(
                new Change.FileSet(file.get().holding(Base64.getEncoder().encodeToString(data))));
        return true;
    }

    private ObjectNode complete(Call call) {
        List<KeptFile> files = files(call);
        String target = call.optional("channel_id");
        if (target != null) {
            Channel channel = conversations.writable(conversations.visible(target));
            StringBuilder text = new StringBuilder();
            String comment = call.optional("initial_comment");
            text.append(comment == null ? "" : comment + "\n");
            for (KeptFile file : files) {
                String label =
                        file.title()
                                .replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace(">", "&gt;");
                text.append(
                        ":page_facing_up: <%s/files/%s|%s>\n"
                                .formatted(page.get(), file.id(), label));
            }
            workspace.post(
                    channel.id(),
                    conversations.bot(),
                    Content.of(text.toString().strip()),
                    call.optional("thread_ts"),
                    false);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("files");
        files.forEach(f -> list.addObject().put("id", f.id()).put("title", f.title()));
        return answer;
    }

    private List<KeptFile> files(Call call) {
        JsonNode wanted = call.json("files", "invalid_arguments");
        if (wanted == null || !wanted.isArray()) {
            throw new Refusal("invalid_arguments", List.of("`files` must be an array"));
        }
        List<KeptFile> files = new ArrayList<>();
        for (JsonNode one : wanted) {
            KeptFile file =
                    workspace
                            .read(tx -> tx.file(one.path("id").asText("")))
                            .filter(f -> !f.data().isEmpty())
                            .orElseThrow(() -> new Refusal("file_not_found"));
            KeptFile titled = file.titled(one.path("title").asText(file.name()));
            workspace.apply(new Change.FileSet(titled));
            files.add(titled);
        }
        return files;
    }
}
