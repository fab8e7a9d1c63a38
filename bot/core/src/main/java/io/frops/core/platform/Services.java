package io.frops.core.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The platform's services, found by name or alias, whatever the case.
public record Services(List<Service> all) {
    /// What an alert's service is called when it names none.
    public static final String NONE = "none";

    public Services {
        all = List.copyOf(all);
    }

    public Optional<Service> find(String nameOrAlias) {
        String wanted = nameOrAlias.toLowerCase(Locale.ROOT);
        return all.stream().filter(s -> names(s, wanted)).findFirst();
    }

    /// The service an alert speaks of: label `service`, else `job`, through the aliases; a name
    /// that no configuration knows is kept as it is.
    public String of(Map<String, String> labels) {
        String told = labels.getOrDefault("service", labels.getOrDefault("job", ""));
        if (told.isBlank()) {
            return NONE;
        }
        return find(told).map(s -> s.name().value()).orElse(told);
    }

    private static boolean names(Service service, String wanted) {
        return service.name().value().toLowerCase(Locale.ROOT).equals(wanted)
                || service.aliases().stream()
                        .anyMatch(a -> a.toLowerCase(Locale.ROOT).equals(wanted));
    }
}
