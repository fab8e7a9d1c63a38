package io.frops.sandbox.kubernetes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the API tells of itself.
final class Discovery {
    private static final List<String> READ = List.of("get", "list");

    private Discovery() {}

    /// Nothing for a path that the API does not have.
    static Optional<Map<String, Object>> at(String path) {
        return Optional.ofNullable(
                switch (path.replaceAll("/+$", "")) {
                    case "/version" -> version();
                    case "/api" ->
                            Json.object()
                                    .with("kind", "APIVersions")
                                    .with("versions", List.of("v1"));
                    case "/apis" ->
                            Json.object()
                                    .with("kind", "APIGroupList")
                                    .with("apiVersion", "v1")
                                    .with(
                                            "groups",
                                            List.of(group("apps"), group("authorization.k8s.io")));
                    case "/apis/apps" -> group("apps");
                    case "/apis/authorization.k8s.io" -> group("authorization.k8s.io");
                    case "/api/v1" ->
                            resources(
                                    "v1",
                                    List.of(
                                            namespaced("Event", "ev"),
                                            resource("Namespace", "ns", false, READ),
                                            namespaced("Pod", "po"),
                                            namespaced("Service", "svc")));
                    case "/apis/apps/v1" ->
                            resources("apps/v1", List.of(namespaced("Deployment", "deploy")));
                    case "/apis/authorization.k8s.io/v1" ->
                            resources(
                                    "authorization.k8s.io/v1",
                                    List.of(
                                            resource(
                                                    "SelfSubjectAccessReview",
                                                    "",
                                                    false,
                                                    List.of("create"))));
                    case String _ -> null;
                });
    }

    private static Map<String, Object> version() {
        return Json.object()
                .with("major", "1")
                .with("minor", "35")
                .with("gitVersion", "v1.35.4+sandbox")
                .with("gitCommit", "")
                .with("gitTreeState", "clean")
                .with("buildDate", "1970-01-01T00:00:00Z")
                .with("goVersion", "")
                .with("compiler", "")
                .with("platform", "linux/amd64");
    }

    private static Map<String, Object> group(String name) {
        Map<String, Object> version =
                Json.object().with("groupVersion", name + "/v1").with("version", "v1");
        return Json.object()
                .with("kind", "APIGroup")
                .with("apiVersion", "v1")
                .with("name", name)
                .with("versions", List.of(version))
                .with("preferredVersion", version);
    }

    private static Map<String, Object> resources(String version, List<Map<String, Object>> all) {
        return Json.object()
                .with("kind", "APIResourceList")
                .with("apiVersion", "v1")
                .with("groupVersion", version)
                .with("resources", all);
    }

    private static Map<String, Object> namespaced(String kind, String shortName) {
        return resource(kind, shortName, true, READ);
    }

    private static Map<String, Object> resource(
            String kind, String shortName, boolean namespaced, List<String> verbs) {
        String singular = kind.toLowerCase(Locale.ROOT);
        return Json.object()
                .with("name", singular + "s")
                .with("singularName", singular)
                .with("namespaced", namespaced)
                .with("kind", kind)
                .with("shortNames", shortName.isEmpty() ? List.of() : List.of(shortName))
                .with("verbs", verbs);
    }
}
