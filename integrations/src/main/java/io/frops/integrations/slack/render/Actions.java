package io.frops.integrations.slack.render;

/// How a control is named in Slack.
public final class Actions {
    private static final String LINK = "link:";

    private Actions() {}

    static String forLink(String action) {
        return LINK + action;
    }

    /// Whether a press only opened a page. Slack reports it all the same; there is nothing to do.
    public static boolean isLink(String actionId) {
        return actionId.startsWith(LINK);
    }
}
