package io.github.mtasts.service.http;

import io.github.mtasts.kit.Json;
import io.github.mtasts.service.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Problems in place of Jetty's own error pages, which show paths, causes and versions. */
final class ErrorPage extends ErrorHandler {

    private static final String WHILE_STOPPING = "30";

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
        Problem problem = status == 500 && cause != null && !(cause instanceof IOException)
                ? Bug.problem(cause)
                : Problems.ofStatus(status).problem();
        if (status == 503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, WHILE_STOPPING);
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(Json.octets(problem.toMap())), callback);
    }
}
