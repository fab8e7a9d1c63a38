package io.frops.integrations.alertmanager;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads one group of `/alerts/groups`: its labels, its receiver, and which alerts are in it.
final class GroupReader {
    private final JsonBody body;
    private final String place;
    private final List<String> fingerprints = new ArrayList<>();
    private Map<String, String> labels = Map.of();
    private String receiver = "";

    private GroupReader(JsonBody body, String place) {
        this.body = body;
        this.place = place;
    }

    static GroupReader read(JsonBody body, String place) throws IOException {
        GroupReader group = new GroupReader(body, place);
        body.object(place, group::field);
        return group;
    }

    private void field(String name) throws IOException {
        String here = place + "." + name;
        switch (name) {
            case "labels" -> labels = body.labels(here);
            case "receiver" ->
                    body.object(
                            here,
                            field -> {
                                if (field.equals("name")) {
                                    receiver = body.text(here + ".name");
                                } else {
                                    body.skip();
                                }
                            });
            case "alerts" ->
                    body.array(
                            here,
                            alert ->
                                    fingerprints.add(
                                            AlertReader.read(body, alert)
                                                    .held()
                                                    .key()
                                                    .fingerprint()));
            default -> body.skip();
        }
    }

    /// Adds this group to each of its alerts, if it is this receiver's.
    void into(Map<String, List<Map<String, String>>> byFingerprint, String ours) {
        if (receiver.equals(ours)) {
            fingerprints.forEach(
                    f -> byFingerprint.computeIfAbsent(f, _ -> new ArrayList<>()).add(labels));
        }
    }
}
