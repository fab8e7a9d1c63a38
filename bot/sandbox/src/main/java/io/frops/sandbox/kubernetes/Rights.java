package io.frops.sandbox.kubernetes;

import java.util.Set;

/// What the sandbox's one user may do: look at workloads in its namespace and at the list of
/// namespaces; nothing is ever changed.
record Rights(String namespace) {
    static final String USER = "system:serviceaccount:frops:frops";
    private static final Set<String> READ = Set.of("get", "list");
    private static final Set<String> OURS =
            Set.of("pods", "services", "events", "deployments.apps");

    boolean allow(ApiCall call) {
        return switch (call) {
            case ApiCall.Path(String verb, String _) -> verb.equals("get");
            case ApiCall.Resource r when r.qualified().equals(Reviews.TYPE) ->
                    r.verb().equals("create");
            case ApiCall.Resource r when r.type().equals("namespaces") && r.sub().isEmpty() ->
                    READ.contains(r.verb()) && r.group().isEmpty();
            case ApiCall.Resource r ->
                    READ.contains(r.verb())
                            && r.namespace().equals(namespace)
                            && r.sub().isEmpty()
                            && OURS.contains(r.qualified());
        };
    }
}
