package io.github.mtasts.service.http;

import java.util.Map;

/** What every page is sent with, so that none can run anything foreign, be framed, or reveal to others where a user was. */
public final class HtmlAnswer {

    /** Of a page. */
    public static final String MEDIA_TYPE = "text/html;charset=utf-8";

    /** Also sent with its style, script and pictures. */
    public static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            String.join(
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
                    "trusted-types 'none'"),
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private HtmlAnswer() {}
}
