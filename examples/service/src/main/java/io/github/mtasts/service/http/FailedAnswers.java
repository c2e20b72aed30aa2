package io.github.mtasts.service.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Stands inside {@code EagerContentHandler}, which (in Jetty 12.1.12) passes on that an answer succeeded but not that it
 * failed, so that a request would never end. Its own way to say so is {@code Request.fail}.
 */
final class FailedAnswers extends Handler.Wrapper {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!(request instanceof Callback)) {
            return super.handle(request, response, callback);
        }
        return super.handle(request, response, new Callback.Nested(callback) {
            @Override
            public void failed(Throwable cause) {
                request.fail(cause);
            }
        });
    }
}
