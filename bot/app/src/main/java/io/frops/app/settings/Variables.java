package io.frops.app.settings;

import io.frops.config.Environment;
import io.frops.config.Variable;
import java.util.List;
import java.util.Map;

/// The environment variables that the bot knows; those with a path win over the file.
final class Variables {
    private static final List<Variable> KNOWN =
            List.of(
                    new Variable(
                            "SLACK_BOT_TOKEN",
                            "slack.bot-token",
                            "api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token (xoxb-...)",
                            "xoxb-example"),
                    new Variable(
                            "SLACK_SIGNING_SECRET",
                            "slack.signing-secret",
                            "api.slack.com/apps > your app > Basic Information > Signing Secret",
                            "example"),
                    new Variable(
                            "SLACK_APP_TOKEN",
                            "slack.app-token",
                            "api.slack.com/apps > your app > Basic Information > App-Level Tokens (xapp-...)",
                            "xapp-example"),
                    new Variable(
                            "SLACK_API_URL",
                            "slack.api-url",
                            "where Slack's Web API is; leave it out for Slack's own",
                            "https://slack.com/api/"),
                    new Variable(
                            "FROPS_MONGODB_URI",
                            "state.uri",
                            "mongodb://... of the database for the bot's own state; docker compose -f docker/compose.yaml up -d"
                                    + " mongodb starts one; or write store: embedded for one bot on one machine",
                            "mongodb://localhost:27017/frops"),
                    new Variable(
                            "FROPS_WEBHOOK_TOKEN",
                            "alertmanagers[0].token",
                            "any long random text, for example from openssl rand -hex 32, and the same in Alertmanager",
                            "example"),
                    new Variable(
                            "FROPS_ADMIN",
                            "",
                            "your own Slack member id (profile > three dots > Copy member ID), or write the ids into the file",
                            "U012AB3CD"));

    private Variables() {}

    static Environment of(Map<String, String> environment) {
        return new Environment(environment, KNOWN);
    }
}
