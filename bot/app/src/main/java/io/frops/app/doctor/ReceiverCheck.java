package io.frops.app.doctor;

import io.frops.config.YamlView;
import io.frops.integrations.alertmanager.AlertmanagerSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Does an Alertmanager's configuration send us what we need, as we read it? Alertmanager shows
/// secrets as `<secret>`; from 0.26 on a webhook's address is one.
final class ReceiverCheck {
    private static final String PATH = "/webhooks/alertmanager";
    private static final String HIDDEN = "<secret>";

    private final String system;
    private final AlertmanagerSettings settings;

    ReceiverCheck(String system, AlertmanagerSettings settings) {
        this.system = system;
        this.settings = settings;
    }

    List<Finding> findings(YamlView config) {
        List<YamlView> ours =
                config.at("receivers").items().stream()
                        .filter(r -> r.at("name").text().equals(settings.receiver()))
                        .toList();
        if (ours.isEmpty()) {
            return List.of(foreign(config));
        }
        List<YamlView> hooks =
                ours.stream()
                        .flatMap(r -> r.at("webhook_configs").items().stream())
                        .filter(ReceiverCheck::isOurs)
                        .toList();
        if (hooks.isEmpty()) {
            return List.of(
                    Finding.fails(
                            system,
                            "its receiver %s has no webhook to the bot".formatted(name()),
                            "Give it webhook_configs with a url that ends in " + PATH + "."));
        }
        List<Finding> all = new ArrayList<>();
        hooks.forEach(hook -> all.addAll(hook(hook, config)));
        all.addAll(route(config));
        return all.isEmpty()
                ? List.of(Finding.ok(system, "its receiver " + name() + " posts to the bot"))
                : all;
    }

    private Finding foreign(YamlView config) {
        List<String> others =
                config.at("receivers").items().stream().map(r -> r.at("name").text()).toList();
        return Finding.fails(
                system,
                "foreign receiver: it has none named %s, only %s"
                        .formatted(
                                name(),
                                others.isEmpty() ? "none at all" : String.join(", ", others)),
                "Add the receiver "
                        + name()
                        + " to alertmanager.yml and a route to it, or write its name into"
                        + " alertmanagers.receiver.");
    }

    private List<Finding> hook(YamlView hook, YamlView config) {
        List<Finding> all = new ArrayList<>();
        if (!hook.at("payload").isMissing()) {
            all.add(
                    Finding.fails(
                            system,
                            "its receiver %s has the option payload, so bodies arrive in a form the bot refuses"
                                    .formatted(name()),
                            "Take payload out of the receiver's webhook_configs."));
        }
        if (hook.at("send_resolved").text().equals("false")) {
            all.add(
                    Finding.warning(
                            system,
                            "its receiver %s has send_resolved: false, so ends are learned only by asking"
                                    .formatted(name()),
                            "Write send_resolved: true, or leave it out."));
        }
        if (!authorizes(hook) && !authorizes(config.at("global"))) {
            all.add(
                    Finding.warning(
                            system,
                            "its receiver %s brings no credential, which the bot answers with 401"
                                    .formatted(name()),
                            "Set http_config.authorization.credentials to the value of FROPS_WEBHOOK_TOKEN."));
        }
        return all;
    }

    private List<Finding> route(YamlView config) {
        Set<String> reached = new HashSet<>();
        collect(config.at("route"), reached);
        return reached.contains(settings.receiver())
                ? List.of()
                : List.of(
                        Finding.warning(
                                system,
                                "no route leads to its receiver " + name(),
                                "Name the receiver in alertmanager.yml's route, or in one of its routes."));
    }

    private static void collect(YamlView route, Set<String> reached) {
        reached.add(route.at("receiver").text());
        route.at("routes").items().forEach(child -> collect(child, reached));
    }

    private static boolean isOurs(YamlView hook) {
        String url = hook.at("url").text();
        return url.equals(HIDDEN)
                || url.replaceAll("[?#].*$", "").endsWith(PATH)
                || !hook.at("url_file").isMissing();
    }

    private static boolean authorizes(YamlView holder) {
        YamlView http = holder.at("http_config");
        return List.of("authorization", "basic_auth", "bearer_token", "bearer_token_file").stream()
                .anyMatch(way -> !http.at(way).isMissing());
    }

    private String name() {
        return "\"" + settings.receiver() + "\"";
    }
}
