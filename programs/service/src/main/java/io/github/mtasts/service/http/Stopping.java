package io.github.mtasts.service.http;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/** A stop while the port is still open: new requests get 503, but health checks are answered all the same. */
final class Stopping extends GracefulHandler {

    private static final String HEALTH = "/health/";

    Stopping(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return Request.getPathInContext(request).startsWith(HEALTH)
                ? getHandler().handle(request, response, callback)
                : super.handle(request, response, callback);
    }

    /** Refuses new requests and waits for those in progress; whether all of them came to an end. */
    boolean drain(Duration longest) {
        try {
            shutdown().get(longest.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("requests end one way or another", impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
