package io.github.mtasts.service.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** What holds for every request and every answer, whoever answers. */
final class EveryRequest implements HttpConfiguration.Customizer {

    private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

    /** The method is the one of the request line: Javalin would believe a header. */
    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        addDefaults(responseHeaders);
        return request.getHeaders().contains(METHOD_OVERRIDE) ? withoutOverride(request) : request;
    }

    /** No guessing of media types, and no storing, unless an answer says otherwise. */
    static void addDefaults(HttpFields.Mutable headers) {
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    }

    private static Request withoutOverride(Request request) {
        HttpFields headers =
                HttpFields.build(request.getHeaders()).remove(METHOD_OVERRIDE).asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }
}
