package io.frops.app.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// Says which paths there are.
final class NotFoundServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Json.error(
                response,
                404,
                "There is nothing at this path.",
                "Alertmanager posts to /webhooks/alertmanager, Slack to /slack/events, programs to /commands.");
    }
}
