package io.frops.core.access;

import java.util.List;

/// What is known of a caller: the role, or why there is none.
public sealed interface Standing {
    /// A member with a role.
    record Known(PersonId who, Role role) implements Standing {}

    /// A member of this workspace who has been granted nothing.
    record Unlisted(PersonId who) implements Standing {}

    /// A guest, a bot or somebody of another workspace: denied whatever the lists say.
    record Outsider(String who, String why) implements Standing {}

    /// The groups could not be read and no stored answer is fresh enough (24 h).
    record Unsure(PersonId who, String why) implements Standing {}

    /// The people to ask for more.
    record Helpers(List<PersonId> admins) {
        public Helpers {
            admins = List.copyOf(admins);
        }
    }
}
