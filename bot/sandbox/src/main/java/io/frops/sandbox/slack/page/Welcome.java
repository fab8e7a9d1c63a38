package io.frops.sandbox.slack.page;

import java.util.List;
import java.util.function.Supplier;

/// A greeting above one channel, with buttons that do something outside Slack.
///
/// @param channel where it stands
/// @param text in Slack's text format
/// @param actions asked for each time the page is drawn
public record Welcome(
        String channel, String title, String text, Supplier<List<WelcomeAction>> actions) {
    /// A button of the greeting.
    ///
    /// @param path names the action to the callback, such as `break/backend`
    /// @param style `danger`, `primary` or empty
    public record WelcomeAction(String label, String path, String style) {}
}
