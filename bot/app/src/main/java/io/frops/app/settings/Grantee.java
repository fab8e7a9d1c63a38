package io.frops.app.settings;

import io.frops.core.access.GroupId;
import io.frops.core.access.PersonId;
import java.util.Optional;

/// Who gets a role: a person, or everybody in a user group.
public record Grantee(String id) {
    public Grantee {
        if (!id.matches("[UWS][A-Z0-9]{1,30}")) {
            throw new IllegalArgumentException(
                    "\""
                            + id
                            + "\" is neither a member id nor a user group id. Write the id that Slack shows under profile > three dots >"
                            + " Copy member ID (U...), or a user group's (S...)");
        }
    }

    public Optional<PersonId> person() {
        return isGroup() ? Optional.empty() : Optional.of(new PersonId(id));
    }

    public Optional<GroupId> group() {
        return isGroup() ? Optional.of(new GroupId(id)) : Optional.empty();
    }

    private boolean isGroup() {
        return id.startsWith("S");
    }
}
