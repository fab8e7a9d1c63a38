package io.frops.integrations.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frops.core.chat.MessageRef;
import io.frops.core.failure.IntegrationException.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Uploads files: an address is asked for, takes the bytes, and the file is shown.
final class Files {
    private final SlackCalls calls;
    private final URI api;

    /// @param api where Slack is; an upload goes to an https address, or to this host
    Files(SlackCalls calls, URI api) {
        this.calls = calls;
        this.api = api;
    }

    void share(MessageRef root, String name, String title, String content) {
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        String length = Integer.toString(data.length);
        JsonNode begun =
                calls.call(
                        "files.getUploadURLExternal", Map.of("filename", name, "length", length));
        String address = begun.path("upload_url").asText();
        if (!trusted(address)) {
            throw SlackErrors.failed(
                    Kind.INVALID,
                    "files.getUploadURLExternal",
                    "named an address that is neither https nor ours",
                    null);
        }
        calls.upload(address, data);
        ArrayNode files = JsonNodeFactory.instance.arrayNode();
        files.addObject().put("id", begun.path("file_id").asText()).put("title", title);
        calls.call(
                "files.completeUploadExternal",
                Map.of(
                        "files", files.toString(),
                        "channel_id", root.channel().value(),
                        "thread_ts", root.ts()));
    }

    private boolean trusted(String address) {
        URI uri = URI.create(address);
        return "https".equals(uri.getScheme())
                || (uri.getHost() != null && uri.getHost().equals(api.getHost()));
    }
}
