package io.github.mtasts.service.access;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.TimeMeter;
import io.github.mtasts.kit.AddressRange;
import io.github.mtasts.service.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says of each request whether it may be answered. Thread-safe. */
public final class Access {

    private final Optional<ApiKeys> keys;
    private final ClientAddress addresses;
    private final RateLimit requests;
    private final RateLimit checks;

    /**
     * Reads the keys.
     *
     * @param keyFile the file of the keys; empty when none is needed, and this machine alone may ask
     * @param proxies whose {@code X-Forwarded-For} is believed
     * @param keyLimit checks a minute for a key; for an address when no key is needed
     * @param addressLimit requests a minute from an address
     * @param time the clock of the limits, and of the looks at the file; it counts nanoseconds
     * @throws io.github.mtasts.kit.UserError when the file cannot be read or trusted
     */
    public Access(Optional<Path> keyFile, List<AddressRange> proxies, int keyLimit, int addressLimit, TimeMeter time) {
        Ticker ticker = time::currentTimeNanos;
        this.keys = keyFile.map(file -> new ApiKeys(new KeyFile(file), ticker));
        this.addresses = new ClientAddress(proxies);
        this.requests = new RateLimit(addressLimit, time);
        this.checks = new RateLimit(keyLimit, time);
    }

    /**
     * Lets a request in.
     *
     * @param request any request for the API or for MCP
     * @return who asks
     * @throws ProblemException 401 without a valid key, 429 when the address asks too often, 503 while the keys cannot be
     *     read; when no key is needed 421 for a host that is not this machine, 403 for the page of a stranger
     */
    public Client admit(HttpServletRequest request) {
        if (keys.isEmpty()) {
            requireThisMachine(request);
        }
        InetAddress address = addresses.of(request);
        Duration wait = requests.take(Network.of(address), 1);
        if (!wait.isZero()) {
            throw Refusal.tooManyRequests(requests.perMinute(), wait);
        }
        return new Client(keys.map(known -> key(request, known)), address);
    }

    private static void requireThisMachine(HttpServletRequest request) {
        if (!LoopbackHost.isNamedBy(request.getHeader("Host"))) {
            throw Refusal.notThisHost();
        }
        if (LoopbackHost.isForeignPage(request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"))) {
            throw Refusal.foreignPage();
        }
    }

    /**
     * Takes checks off what a client may ask for.
     *
     * @param client as {@link #admit} gave it
     * @param number how many; 1 for a single one
     * @throws ProblemException 429 when that is more than is left for now, 400 when it is more than ever
     */
    public void charge(Client client, int number) {
        String who = client.key().isPresent() ? "A key" : "An address";
        if (number > checks.perMinute()) {
            throw Refusal.neverThatMany(who, checks.perMinute(), number);
        }
        Duration wait = checks.take(client.key().orElseGet(() -> Network.of(client.address())), number);
        if (!wait.isZero()) {
            throw Refusal.tooManyChecks(who, checks.perMinute(), wait);
        }
    }

    /** Why no key is accepted, for the operator; empty when all is well. */
    public Optional<String> problem() {
        return keys.flatMap(ApiKeys::problem);
    }

    private static String key(HttpServletRequest request, ApiKeys known) {
        String key = BearerToken.of(request).orElseThrow(Refusal::keyMissing);
        return known.name(key)
                .orElseThrow(() -> known.problem().isPresent() ? Refusal.keysUnreadable() : Refusal.keyUnknown());
    }
}
