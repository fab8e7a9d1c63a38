package io.frops.app.settings;

import io.frops.core.access.AccessPolicy;
import io.frops.core.access.GroupId;
import io.frops.core.access.PersonId;
import io.frops.core.access.Role;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who may do what. Whoever is on no list may do nothing.
public record AccessSettings(
        List<Grantee> admins,
        List<Grantee> operators,
        List<Grantee> responders,
        List<Grantee> viewers) {
    public AccessSettings {
        admins = List.copyOf(admins);
        operators = List.copyOf(operators);
        responders = List.copyOf(responders);
        viewers = List.copyOf(viewers);
        if (admins.stream().noneMatch(admin -> admin.person().isPresent())) {
            throw new IllegalArgumentException(
                    "admins: names no person. Add your own Slack member id: in Slack open your profile > three dots > Copy member ID");
        }
    }

    /// The lists, the least role first.
    Map<Role, List<Grantee>> lists() {
        return new EnumMap<>(
                Map.of(
                        Role.VIEWER, viewers,
                        Role.RESPONDER, responders,
                        Role.OPERATOR, operators,
                        Role.ADMIN, admins));
    }

    /// The same as the domain knows it.
    public AccessPolicy policy() {
        Map<PersonId, Role> people = new HashMap<>();
        Map<GroupId, Role> groups = new HashMap<>();
        lists().forEach((role, list) ->
                list.forEach(grantee -> {
                    grantee.person().ifPresent(id -> people.put(id, role));
                    grantee.group().ifPresent(id -> groups.put(id, role));
                }));
        return new AccessPolicy(people, groups);
    }
}
