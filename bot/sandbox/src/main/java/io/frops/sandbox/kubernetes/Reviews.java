package io.frops.sandbox.kubernetes;

import java.io.IOException;
import java.util.Map;
import java.util.function.Predicate;

/// Answers "may I?" as the real API does.
final class Reviews {
    static final String TYPE = "selfsubjectaccessreviews.authorization.k8s.io";

    private Reviews() {}

    static Map<String, Object> answer(byte[] body, Predicate<ApiCall> allowed) {
        Map<?, ?> spec = spec(body);
        ApiCall call = asked(spec);
        boolean may = allowed.test(call);
        return Json.object()
                .with("kind", "SelfSubjectAccessReview")
                .with("apiVersion", "authorization.k8s.io/v1")
                .with("metadata", Map.of())
                .with("spec", spec)
                .with(
                        "status",
                        may
                                ? Json.object()
                                        .with("allowed", true)
                                        .with(
                                                "reason",
                                                "RBAC: allowed by RoleBinding \"frops/frops\" of Role"
                                                        + " \"frops\" to ServiceAccount \"frops/frops\"")
                                : Json.object().with("allowed", false));
    }

    private static Map<?, ?> spec(byte[] body) {
        try {
            if (Json.read(body).get("spec") instanceof Map<?, ?> spec) {
                return spec;
            }
        } catch (IOException e) {
            throw Refusal.badRequest("the object provided is unrecognized: " + "not JSON");
        }
        throw invalid();
    }

    private static ApiCall asked(Map<?, ?> spec) {
        if (spec.get("resourceAttributes") instanceof Map<?, ?> r) {
            return new ApiCall.Resource(
                    text(r, "verb"),
                    text(r, "group"),
                    text(r, "namespace"),
                    text(r, "resource"),
                    text(r, "name"),
                    text(r, "subresource"));
        }
        if (spec.get("nonResourceAttributes") instanceof Map<?, ?> n) {
            return new ApiCall.Path(text(n, "verb"), text(n, "path"));
        }
        throw invalid();
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String s ? s : "";
    }

    private static Refusal invalid() {
        return Refusal.badRequest(
                "spec: exactly one of nonResourceAttributes or resourceAttributes must be specified");
    }
}
