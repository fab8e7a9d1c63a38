package io.frops.app.http;

import io.frops.core.chat.Outcome;
import io.frops.core.chat.PlainText;
import io.frops.core.chat.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a command's outcome for programs: `{"outcome", "text", "data"}` with the status that
/// belongs to it.
final class OutcomeJson {
    private record Answer(int status, String word, @Nullable Reply reply) {}

    private final PlainText text;

    OutcomeJson(PlainText text) {
        this.text = text;
    }

    void write(HttpServletResponse response, Outcome outcome) throws IOException {
        Answer answer =
                switch (outcome) {
                    case Outcome.Done(var reply) -> new Answer(200, "done", reply);
                    case Outcome.Confirmation(var reply, _) -> new Answer(202, "confirm", reply);
                    case Outcome.Approval(var reply) -> new Answer(202, "approval", reply);
                    case Outcome.Ask _ -> new Answer(400, "usage", null);
                    case Outcome.Usage(var reply) -> new Answer(400, "usage", reply);
                    case Outcome.Denied(var reply) -> new Answer(403, "denied", reply);
                    case Outcome.Unknown(var reply) -> new Answer(404, "unknown", reply);
                    case Outcome.Refused(var reply) -> new Answer(409, "refused", reply);
                    case Outcome.Failed(var reply) -> new Answer(500, "error", reply);
                    case Outcome.Unavailable(var reply) -> new Answer(503, "unavailable", reply);
                };
        Reply reply = answer.reply();
        write(
                response,
                answer.status(),
                answer.word(),
                reply == null ? "Something is missing." : text.of(reply.message()),
                reply == null ? Map.of() : reply.data());
    }

    /// A command that took too long. Sent again under its id, it meets its own effect if it had
    /// one, and is made once if not.
    void unconfirmed(HttpServletResponse response, String id) throws IOException {
        write(
                response,
                503,
                "unavailable",
                "Not confirmed: no answer in time. It may still have its effect within a minute. Look before you"
                        + " try again, or send the same with \"id\": \""
                        + id
                        + "\", which never has a second effect.",
                Map.of("id", id));
    }

    void write(HttpServletResponse response, int status, String outcome, String said)
            throws IOException {
        write(response, status, outcome, said, Map.of());
    }

    private static void write(
            HttpServletResponse response,
            int status,
            String outcome,
            String said,
            Map<String, ? extends @Nullable Object> data)
            throws IOException {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("outcome", outcome);
        body.put("text", said);
        body.put("data", data);
        Json.write(response, status, body);
    }
}
