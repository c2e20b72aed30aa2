package io.github.mtasts.service.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code Authorization: Bearer KEY} (RFC 6750, section 2.1). */
final class BearerToken {

    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+)", Pattern.CASE_INSENSITIVE);

    private BearerToken() {}

    /** The key that a request shows; empty when it shows none. Of two headers none counts: 401. */
    static Optional<String> of(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.size() > 1) {
            throw Refusal.invalidKey("There is more than one Authorization header. Send one.");
        }
        return headers.stream()
                .map(String::strip)
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(header -> header.group(1))
                .findFirst();
    }
}
