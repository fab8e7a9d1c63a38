package io.frops.app.http;

import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Answers what Jetty itself refuses, without a stack trace or a version.
final class PlainErrors extends ErrorPageErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() == 200 ? 500 : response.getStatus();
        response.setStatus(status);
        response.getHeaders().put(new HttpField(HttpHeader.CONTENT_TYPE, "application/json"));
        String body =
                "{\"error\":\"The request could not be handled (status "
                        + status
                        + ").\",\"remedy\":\"Look into the bot's log at this time.\"}";
        Content.Sink.write(response, true, body, callback);
        return true;
    }
}
