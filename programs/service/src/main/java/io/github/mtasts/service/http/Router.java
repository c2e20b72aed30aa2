package io.github.mtasts.service.http;

import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.github.mtasts.service.problem.ProblemKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Finds the endpoint of a request. A path is fixed, or its last part is {@code {code}} and stands for any text. */
public final class Router extends Handler.Abstract {

    private static final String PARAMETER = "{code}";

    private final Map<String, Map<String, Endpoint>> paths = new LinkedHashMap<>();

    /** {@code HEAD} is allowed too, and comes here as {@code GET}. */
    public void get(String path, Endpoint endpoint) {
        add("GET", path, endpoint);
        add("HEAD", path, endpoint);
    }

    /** For {@code POST} only. */
    public void post(String path, Endpoint endpoint) {
        add("POST", path, endpoint);
    }

    /** The methods of each path, by the path as it was added. */
    Map<String, Map<String, Endpoint>> paths() {
        return Collections.unmodifiableMap(paths);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        addDefaults(response.getHeaders());
        String path =
                withoutSlash(Objects.requireNonNullElse(request.getHttpURI().getPath(), ""));
        int last = path.lastIndexOf('/') + 1;
        String route = paths.containsKey(path) ? path : path.substring(0, last) + PARAMETER;
        Exchange exchange = new Exchange(request, response, callback, path.substring(last));
        try {
            Map<String, Endpoint> methods =
                    Optional.ofNullable(paths.get(route)).orElseThrow(() -> Problems.of(ProblemKind.NOT_FOUND));
            request.setAttribute(RequestLine.ROUTE, route);
            @Nullable Endpoint endpoint = methods.get(request.getMethod());
            if (endpoint == null) {
                throw notAllowed(String.join(", ", methods.keySet()));
            }
            endpoint.answer(exchange);
        } catch (RuntimeException | Error error) {
            exchange.fail(error);
        }
        return true;
    }

    /** No guessing of media types, and no storing, unless an answer says otherwise. */
    static void addDefaults(HttpFields.Mutable headers) {
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    }

    private void add(String method, String path, Endpoint endpoint) {
        paths.computeIfAbsent(withoutSlash(path), absent -> new LinkedHashMap<>())
                .put(method, endpoint);
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    static ProblemException notAllowed(String methods) {
        return new ProblemException(
                Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "This path accepts " + methods + "."),
                Map.of("Allow", methods));
    }
}
