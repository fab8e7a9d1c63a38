package io.frops.sandbox.kubernetes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What a request asks of the API, by Kubernetes' own rules for verbs and paths.
sealed interface ApiCall {
    /// A path that names no resource, such as `/version`.
    record Path(String verb, String path) implements ApiCall {}

    /// @param namespace empty for the whole cluster
    /// @param name empty for the collection
    /// @param sub such as `log`; mostly empty
    record Resource(
            String verb, String group, String namespace, String type, String name, String sub)
            implements ApiCall {
        /// As RBAC writes it: `pods`, `pods/log`.
        String resource() {
            return sub.isEmpty() ? type : type + "/" + sub;
        }

        /// As messages write it: `pods`, `deployments.apps`.
        String qualified() {
            return group.isEmpty() ? type : type + "." + group;
        }
    }

    static ApiCall of(String method, String path, Map<String, String> query) {
        List<String> parts = Arrays.stream(path.split("/", -1)).filter(p -> !p.isEmpty()).toList();
        boolean core = parts.size() > 2 && parts.get(0).equals("api");
        boolean grouped = parts.size() > 3 && parts.get(0).equals("apis");
        if (!core && !grouped) {
            return new Path(
                    method.equals("HEAD") ? "get" : method.toLowerCase(java.util.Locale.ROOT),
                    path);
        }
        String group = core ? "" : parts.get(1);
        List<String> rest = parts.subList(core ? 2 : 3, parts.size());
        return resource(method, group, rest, query);
    }

    private static ApiCall resource(
            String method, String group, List<String> rest, Map<String, String> query) {
        String namespace = "";
        List<String> tail = rest;
        if (rest.size() > 1 && rest.get(0).equals("namespaces")) {
            namespace = rest.get(1);
            tail = rest.size() > 2 ? rest.subList(2, rest.size()) : rest;
        }
        String name = tail.size() > 1 ? tail.get(1) : "";
        String sub = tail.size() > 2 ? tail.get(2) : "";
        return new Resource(verb(method, name, query), group, namespace, tail.get(0), name, sub);
    }

    private static String verb(String method, String name, Map<String, String> query) {
        boolean watching = List.of("true", "1").contains(query.getOrDefault("watch", ""));
        return switch (method) {
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> name.isEmpty() ? "deletecollection" : "delete";
            case String _ -> watching ? "watch" : name.isEmpty() ? "list" : "get";
        };
    }
}
