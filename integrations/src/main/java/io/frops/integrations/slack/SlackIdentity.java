package io.frops.integrations.slack;

import java.util.Set;

/// Who Slack says we are.
///
/// @param team the workspace's id, `T…`
/// @param teamName how its people call it
/// @param url the workspace's address
/// @param botUser the bot's own member id
/// @param scopes what the token may do; empty when Slack does not say
public record SlackIdentity(
        String team, String teamName, String url, String botUser, Set<String> scopes) {}
