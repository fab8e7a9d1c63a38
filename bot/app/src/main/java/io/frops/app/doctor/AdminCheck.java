package io.frops.app.doctor;

import io.frops.app.settings.AccessSettings;
import io.frops.core.access.Membership;
import io.frops.core.access.PersonId;
import io.frops.core.failure.IntegrationException;
import io.frops.integrations.slack.SlackInspection;
import java.util.ArrayList;
import java.util.List;

/// Is there anybody who may do everything?
final class AdminCheck {
    private static final String SYSTEM = SlackCheck.SYSTEM + " admins";
    private static final String REMEDY =
            "Put your own member id into access.admins (in Slack: your profile > three dots > Copy member ID).";

    private final AccessSettings access;
    private final SlackInspection inspection;

    AdminCheck(AccessSettings access, SlackInspection inspection) {
        this.access = access;
        this.inspection = inspection;
    }

    Finding finding() {
        List<String> members = new ArrayList<>();
        List<String> others = new ArrayList<>();
        try {
            access.admins().stream()
                    .flatMap(admin -> admin.person().stream())
                    .forEach(id -> sort(id, members, others));
        } catch (IntegrationException e) {
            return Finding.fails(SYSTEM, e, REMEDY);
        }
        String strangers = String.join("; ", others);
        if (members.isEmpty()) {
            return Finding.fails(SYSTEM, "no admin: " + strangers, REMEDY);
        }
        return others.isEmpty()
                ? Finding.ok(SYSTEM, String.join(", ", members))
                : Finding.warning(SYSTEM, strangers, "Take these ids out of access.admins.");
    }

    private void sort(PersonId id, List<String> members, List<String> others) {
        switch (inspection.person(id)) {
            case Membership.Member() -> members.add(id.value());
            case Membership.Stranger(_, var why) -> others.add(id.value() + " is " + why);
        }
    }
}
