package io.github.mtasts.service.access;

import io.github.mtasts.kit.BrowserGuard;
import io.github.mtasts.service.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** Who is answered where no key is required: programs and pages of this machine, and who comes through a proxy if that is meant. */
public final class WithoutKeys {

    private static final Set<String> OF_PROXIES = Set.of("forwarded", "via", "x-real-ip");
    private static final String FORWARDED = "x-forwarded-";

    private final boolean behindProxy;
    private final BrowserGuard guard;

    private WithoutKeys(boolean behindProxy, List<String> hosts) {
        this.behindProxy = behindProxy;
        this.guard = new BrowserGuard(hosts);
    }

    /** Nobody but this machine: through a proxy others could come, and look like it. */
    public static WithoutKeys ofThisMachine() {
        return new WithoutKeys(false, List.of());
    }

    /** Also who comes through a proxy, by these names. */
    public static WithoutKeys behindProxy(List<String> hosts) {
        return new WithoutKeys(true, hosts);
    }

    /** Throws a {@link ProblemException} at a request from elsewhere. */
    void require(HttpFields headers) {
        if (!behindProxy && headers.stream().anyMatch(WithoutKeys::isOfProxy)) {
            throw Refusal.unexpectedProxy();
        }
        if (!guard.knows(headers.get("Host"))) {
            throw Refusal.notThisHost();
        }
        if (guard.isForeignOrigin(headers.get("Origin")) || BrowserGuard.isForeignSite(headers.get("Sec-Fetch-Site"))) {
            throw Refusal.foreignPage();
        }
    }

    private static boolean isOfProxy(HttpField header) {
        String name = header.getName().toLowerCase(Locale.ROOT);
        return OF_PROXIES.contains(name) || name.startsWith(FORWARDED);
    }
}
