package io.github.mtasts.service.http;

import io.github.mtasts.service.problem.ProblemException;
import java.io.IOException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Problems in place of Jetty's own error pages, which show paths, causes and versions. */
final class ErrorPage extends ErrorHandler {

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        Router.addDefaults(response.getHeaders());
        ProblemException problem = status == 500 && cause != null && !(cause instanceof IOException)
                ? new ProblemException(Bug.problem(cause))
                : Unread.problem(message).orElseGet(() -> Problems.ofStatus(status));
        Problems.send(problem, request, response, callback);
    }
}
