package io.frops.sandbox.slack.workspace;

import java.util.List;

/// A group that a message can mention.
///
/// @param id `S...`
/// @param users ids of its members
public record Usergroup(String id, String handle, String name, List<String> users) {
    public Usergroup {
        users = List.copyOf(users);
    }
}
