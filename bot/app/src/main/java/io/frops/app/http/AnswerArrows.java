package io.frops.app.http;

import io.frops.core.observe.Arrows;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Tells when an answer leaves: whoever has it relies on what was done. Named by the path, for
/// example `/commands answer`.
final class AnswerArrows extends Handler.Wrapper {
    private final Arrows arrows;

    AnswerArrows(Handler handler, Arrows arrows) {
        super(handler);
        this.arrows = arrows;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String arrow = Request.getPathInContext(request) + " answer";
        return super.handle(request, new Told(request, response, arrow), callback);
    }

    private final class Told extends Response.Wrapper {
        private final String arrow;

        Told(Request request, Response response, String arrow) {
            super(request, response);
            this.arrow = arrow;
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            if (!last) {
                super.write(false, content, callback);
                return;
            }
            arrows.before(arrow);
            // Told first: the callback may end the connection.
            super.write(true, content, Callback.from(() -> arrows.after(arrow), callback));
        }
    }
}
