package io.frops.sandbox.alertmanager;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// A call that is answered with an error, in the two forms that Alertmanager has: a bare JSON
/// string, or an object with `code` and `message` from the layer that checks calls against the
/// schema.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String body;

    private Refusal(int status, String message, String body) {
        super(message);
        this.status = status;
        this.body = body;
    }

    static Refusal text(int status, String message) {
        String body = JsonNodeFactory.instance.textNode(message).toString();
        return new Refusal(status, message, body + "\n");
    }

    static Refusal schema(int status, int code, String message) {
        String body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("code", code)
                        .put("message", message)
                        .toString();
        return new Refusal(status, message, body);
    }

    static Refusal required(String field) {
        return schema(422, 602, field + " in body is required");
    }

    static Refusal empty(int status) {
        return new Refusal(status, "", "");
    }

    int status() {
        return status;
    }

    String body() {
        return body;
    }
}
