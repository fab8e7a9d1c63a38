package io.frops.app.settings;

import io.frops.config.Complaint;
import io.frops.integrations.alertmanager.AlertmanagerSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Finds what may be given only once.
final class Twice {
    private final Map<String, String> first = new HashMap<>();
    private final List<Complaint> complaints = new ArrayList<>();

    private Twice() {}

    static List<Complaint> people(List<PersonSettings> people) {
        Twice seen = new Twice();
        for (int i = 0; i < people.size(); i++) {
            seen.note(people.get(i).id().value(), "people[" + i + "].id");
        }
        return seen.complaints;
    }

    static List<Complaint> sources(List<AlertmanagerSettings> sources) {
        Twice seen = new Twice();
        for (int i = 0; i < sources.size(); i++) {
            seen.note(sources.get(i).name().value(), "alertmanagers[" + i + "].name");
        }
        return seen.complaints;
    }

    static List<Complaint> services(List<ServiceSettings> services) {
        Twice seen = new Twice();
        for (int i = 0; i < services.size(); i++) {
            seen.note(services.get(i).name().value(), "services[" + i + "].name");
            List<String> aliases = services.get(i).aliases();
            for (int j = 0; j < aliases.size(); j++) {
                seen.note(aliases.get(j), "services[" + i + "].aliases[" + j + "]");
            }
        }
        return seen.complaints;
    }

    static List<Complaint> grants(AccessSettings access) {
        Twice seen = new Twice();
        access.lists()
                .forEach((role, list) -> {
                    for (int i = 0; i < list.size(); i++) {
                        seen.note(list.get(i).id(), "access." + role.word() + "s[" + i + "]");
                    }
                });
        return seen.complaints;
    }

    private void note(String name, String path) {
        String before = first.putIfAbsent(name.toLowerCase(Locale.ROOT), path);
        if (before != null) {
            complaints.add(
                    new Complaint(
                            path,
                            "\"" + name + "\" is given twice; the first is " + before + ".",
                            "Keep one of the two."));
        }
    }
}
