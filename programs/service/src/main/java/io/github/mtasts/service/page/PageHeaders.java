package io.github.mtasts.service.page;

import io.javalin.http.Context;
import java.util.Map;

/** What a browser is told of a page, so that nothing in it can run, be framed, or tell others where one was. */
final class PageHeaders {

    static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private PageHeaders() {}

    static void addTo(Context context) {
        HEADERS.forEach(context::header);
    }
}
