package io.frops.app.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// `/slack/events` while Socket Mode is on: an app is reached in one way, and a door that nobody
/// uses is better shut.
public final class SocketModeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Json.error(
                response,
                404,
                "This bot is connected to Slack by Socket Mode and takes nothing here.",
                "Switch Socket Mode on in the app's settings, or unset SLACK_APP_TOKEN to be reached here.");
    }
}
