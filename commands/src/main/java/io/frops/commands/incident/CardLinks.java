package io.frops.commands.incident;

import io.frops.core.chat.Text;
import io.frops.core.incident.Incident;
import io.frops.core.incident.TrackedAlert;
import io.frops.core.platform.Service;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where to read on: the leading alert's own links, else its service's. They are shown, never
/// fetched.
final class CardLinks {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LONGEST = 3000;

    private CardLinks() {}

    /// By label, in the order in which they are shown.
    static Map<String, URI> of(Incident incident, CardContext context) {
        TrackedAlert leading = incident.alerts().leading();
        Optional<Service> service = context.services().find(incident.subject().service());
        Map<String, URI> links = new LinkedHashMap<>();
        annotation(leading, "runbook_url")
                .or(() -> service.map(Service::runbook))
                .ifPresent(u -> links.put("Runbook", u));
        annotation(leading, "dashboard_url")
                .or(() -> service.map(Service::dashboard))
                .ifPresent(u -> links.put("Dashboard", u));
        if (leading != null) {
            page(leading.generatorUrl()).ifPresent(u -> links.put("Graph", u));
        }
        return links;
    }

    static Text line(Map<String, URI> links) {
        Text text = Text.EMPTY;
        for (var link : links.entrySet()) {
            text = (text.isEmpty() ? text : text.plain(" · ")).link(link.getValue(), link.getKey());
        }
        return text;
    }

    private static Optional<URI> annotation(@Nullable TrackedAlert alert, String name) {
        return alert == null ? Optional.empty() : page(alert.annotations().getOrDefault(name, ""));
    }

    private static Optional<URI> page(String url) {
        if (url.isBlank() || url.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(url.strip());
            boolean page =
                    uri.getScheme() != null
                            && SCHEMES.contains(uri.getScheme().toLowerCase(java.util.Locale.ROOT))
                            && uri.getHost() != null;
            return page ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
