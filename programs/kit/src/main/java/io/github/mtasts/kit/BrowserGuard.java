package io.github.mtasts.kit;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages that a user visits away from a server on the user's machine. Their requests have an Origin or a
 * Sec-Fetch-Site, and a name that was made to point here (DNS rebinding) stands in Host.
 */
public final class BrowserGuard {

    private static final Pattern HOST = Pattern.compile("(.+?|\\[[^\\]]*])(:\\d{1,5})?");

    private final Set<String> names;

    /** Knows the names of this machine, and these. */
    public BrowserGuard(Collection<String> names) {
        this.names = names.stream().map(BrowserGuard::lowerCase).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a {@code Host} header names this server, at any port. */
    public boolean knows(@Nullable String host) {
        if (host == null) {
            return false;
        }
        Matcher parts = HOST.matcher(lowerCase(host));
        return parts.matches() && (isThisMachine(parts.group(1)) || names.contains(parts.group(1)));
    }

    /** Whether an {@code Origin} header is the page of another site; programs send none. */
    public boolean isForeignOrigin(@Nullable String origin) {
        return origin != null
                && !(origin.matches("(?i)https?://.*") && knows(origin.substring(origin.indexOf("//") + 2)));
    }

    /** Whether a {@code Sec-Fetch-Site} header says that the page of another site asks; programs send none. */
    public static boolean isForeignSite(@Nullable String site) {
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static boolean isThisMachine(String name) {
        if (name.equals("localhost")) {
            return true;
        }
        boolean bracketed = name.startsWith("[") && name.endsWith("]");
        try {
            return AddressLiteral.parse(bracketed ? name.substring(1, name.length() - 1) : name)
                    .isLoopbackAddress();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
