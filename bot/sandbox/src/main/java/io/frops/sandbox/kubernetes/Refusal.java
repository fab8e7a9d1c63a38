package io.frops.sandbox.kubernetes;

import java.util.Map;

/// A call that fails as the real API fails it: a Status object with its HTTP code.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String reason;
    private final transient Map<String, Object> details;

    private Refusal(int code, String reason, String message, Map<String, Object> details) {
        super(message, null, false, false);
        this.code = code;
        this.reason = reason;
        this.details = details;
    }

    static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized", "Unauthorized", Map.of());
    }

    static Refusal badRequest(String message) {
        return new Refusal(400, "BadRequest", message, Map.of());
    }

    static Refusal notFound(ApiCall.Resource call) {
        return new Refusal(
                404,
                "NotFound",
                "%s \"%s\" not found".formatted(call.qualified(), call.name()),
                details(call));
    }

    static Refusal unsupportedMediaType() {
        return new Refusal(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include:"
                        + " application/json",
                Map.of());
    }

    static Refusal notAcceptable() {
        return new Refusal(
                406,
                "NotAcceptable",
                "406: Not Acceptable\n\nAvailable representations: application/json",
                Map.of());
    }

    static Refusal forbidden(ApiCall call, String user) {
        return switch (call) {
            case ApiCall.Path(String verb, String path) ->
                    new Refusal(
                            403,
                            "Forbidden",
                            "forbidden: User \"%s\" cannot %s path \"%s\""
                                    .formatted(user, verb, path),
                            Map.of());
            case ApiCall.Resource r ->
                    new Refusal(
                            403,
                            "Forbidden",
                            "%s is forbidden: User \"%s\" cannot %s resource \"%s\" in API group \"%s\" %s"
                                    .formatted(
                                            r.name().isEmpty()
                                                    ? r.qualified()
                                                    : r.qualified() + " \"" + r.name() + "\"",
                                            user,
                                            r.verb(),
                                            r.resource(),
                                            r.group(),
                                            r.namespace().isEmpty()
                                                    ? "at the cluster scope"
                                                    : "in the namespace \"" + r.namespace() + "\""),
                            details(r));
        };
    }

    int code() {
        return code;
    }

    Map<String, Object> status() {
        Map<String, Object> status =
                Json.object()
                        .with("kind", "Status")
                        .with("apiVersion", "v1")
                        .with("metadata", Map.of())
                        .with("status", "Failure")
                        .with("message", String.valueOf(getMessage()))
                        .with("reason", reason);
        if (code != 401) {
            status.put("details", details);
        }
        status.put("code", code);
        return status;
    }

    private static Map<String, Object> details(ApiCall.Resource r) {
        Map<String, Object> details = Json.object();
        if (!r.name().isEmpty()) {
            details.put("name", r.name());
        }
        if (!r.group().isEmpty()) {
            details.put("group", r.group());
        }
        details.put("kind", r.type());
        return details;
    }
}
