package io.frops.integrations.kubernetes;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Puts what went wrong into one safe sentence with its remedy.
final class Trouble {
    /// The API's own sentence names who may not do what, where.
    private static final Pattern FORBIDDEN =
            Pattern.compile(
                    "User \"(?<user>[^\"]*)\" cannot (?<verb>\\S+) resource \"(?<resource>[^\"]*)\""
                            + " in API group \"(?<group>[^\"]*)\""
                            + " (?:in the namespace \"(?<namespace>[^\"]*)\"|at the cluster scope)");

    private Trouble() {}

    static String sentence(Throwable failure, Duration timeout) {
        List<Throwable> causes =
                Stream.<Throwable>iterate(failure, t -> t != null, Throwable::getCause)
                        .limit(20)
                        .toList();
        return causes.stream()
                .map(c -> known(c, timeout))
                .filter(s -> !s.isEmpty())
                .findFirst()
                .orElseGet(() -> "failed: " + Words.safe(last(causes)));
    }

    private static String known(Throwable cause, Duration timeout) {
        return switch (cause) {
            case KubernetesClientException e when e.getCode() > 0 -> refused(e);
            case TimeoutException _ -> noAnswer(timeout);
            case HttpTimeoutException _ -> noAnswer(timeout);
            case ConnectException _ -> "unreachable: nothing listens at the configured address";
            case UnknownHostException _ -> "unreachable: no such host as the one configured";
            case SSLException e ->
                    "its certificate is not trusted ("
                            + Words.safe(e.getMessage())
                            + "): name its authority in the kubeconfig or as kubernetes.ca-file";
            case EOFException _ -> "the connection broke off before the answer";
            case UncheckedIOException e -> Words.safe(last(List.of(e, e.getCause())));
            case Throwable _ -> "";
        };
    }

    private static String noAnswer(Duration timeout) {
        String seconds =
                timeout.toMillis() % 1000 == 0
                        ? timeout.toSeconds() + " s"
                        : timeout.toMillis() + " ms";
        return "no answer in " + seconds;
    }

    private static String refused(KubernetesClientException e) {
        Status status = e.getStatus();
        String told = status == null ? null : status.getMessage();
        if (e.getCode() == 401) {
            return "our credentials were refused (401): check the token or the kubeconfig's user";
        }
        return e.getCode() == 403
                ? missingRight(told)
                : "answered with HTTP " + e.getCode() + ": " + Words.safe(told);
    }

    private static String missingRight(@Nullable String told) {
        Matcher m = FORBIDDEN.matcher(told == null ? "" : told);
        if (!m.find()) {
            return "refused (403): " + Words.safe(told);
        }
        String namespace = m.group("namespace");
        String group = m.group("group");
        return Words.safe(
                "user %s may not %s %s %s: ask for the RBAC verb \"%s\" on \"%s\"%s"
                        .formatted(
                                m.group("user"),
                                m.group("verb"),
                                m.group("resource"),
                                namespace == null
                                        ? "in the whole cluster"
                                        : "in namespace " + namespace,
                                m.group("verb"),
                                m.group("resource"),
                                group.isEmpty() ? "" : " in API group \"" + group + "\""));
    }

    private static @Nullable String last(List<Throwable> causes) {
        Throwable last = causes.getLast();
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }
}
