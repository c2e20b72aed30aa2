package io.github.mtasts.service.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps foreign web pages out of a service without keys: their names can be made to lead here (DNS rebinding). */
final class LoopbackHost {

    private static final Pattern NAME =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private LoopbackHost() {}

    /** Whether a {@code Host} header names this machine. */
    static boolean isNamedBy(@Nullable String host) {
        return host != null && NAME.matcher(host).matches();
    }

    /** Whether a browser reports a page of another site; programs send neither header. */
    static boolean isForeignPage(@Nullable String origin, @Nullable String site) {
        boolean ofThisMachine = origin == null || isNamedBy(origin.replaceFirst("^(?i)https?://", ""));
        return !ofThisMachine || (site != null && !site.equals("same-origin") && !site.equals("none"));
    }
}
