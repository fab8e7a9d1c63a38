package io.frops.app.doctor;

import io.frops.config.YamlView;
import io.frops.core.failure.IntegrationException;
import io.frops.integrations.alertmanager.AlertmanagerInspection;
import io.frops.integrations.alertmanager.AlertmanagerInspection.Status;
import io.frops.integrations.alertmanager.AlertmanagerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One Alertmanager: it answers, and its configuration sends us what we need.
final class MemberCheck implements Check {
    private final AlertmanagerSettings settings;
    private final AlertmanagerInspection member;

    MemberCheck(AlertmanagerSettings settings, AlertmanagerInspection member) {
        this.settings = settings;
        this.member = member;
    }

    @Override
    public String system() {
        return "Alertmanager " + member.name();
    }

    @Override
    public List<Finding> findings() {
        Status status;
        try {
            status = member.status();
        } catch (IntegrationException e) {
            return List.of(Finding.fails(system(), e, remedy(e)));
        }
        List<Finding> all = new ArrayList<>();
        String version = status.version().isEmpty() ? "of unknown version" : status.version();
        all.add(Finding.ok(system(), "Alertmanager " + version + " answers"));
        Optional<YamlView> config = YamlView.of(status.config());
        if (config.isEmpty()) {
            all.add(
                    Finding.warning(
                            system(),
                            "its configuration cannot be read",
                            "Check by hand that the receiver "
                                    + settings.receiver()
                                    + " posts to /webhooks/alertmanager."));
            return all;
        }
        all.addAll(new ReceiverCheck(system(), settings).findings(config.get()));
        return all;
    }

    private static String remedy(IntegrationException e) {
        return switch (e.kind()) {
            case DENIED -> "Set alertmanagers.api-token or api-login to what its API asks for.";
            case UNAVAILABLE, TIMEOUT, RATE_LIMITED ->
                    "Start it, let this machine reach it, or correct alertmanagers.members.";
            case NOT_FOUND, NOT_USABLE, INVALID ->
                    "Correct alertmanagers.members: the address that its own page is at, without /api/v2.";
        };
    }
}
