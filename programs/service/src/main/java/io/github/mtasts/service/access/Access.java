package io.github.mtasts.service.access;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.TimeMeter;
import io.github.mtasts.http.AddressRange;
import io.github.mtasts.service.problem.ProblemException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides which requests are answered. Thread-safe. */
public final class Access {

    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+)", Pattern.CASE_INSENSITIVE);

    private final Optional<ApiKeys> keys;
    private final WithoutKeys withoutKeys;
    private final ClientAddress addresses;
    private final RateLimit requests;

    /** Of those who show no valid key, so that they use up nothing of those who do. */
    private final RateLimit strangers;

    private final RateLimit checks;
    private final KeyUsage usage = new KeyUsage();

    /**
     * Reads the keys.
     *
     * @param keyFile the key file; empty when no key is required
     * @param withoutKeys who is answered when no key is required
     * @param proxies whose {@code X-Forwarded-For} is trusted
     * @param keyLimit checks per minute and key; per address when no key is required
     * @param addressLimit requests per minute from an address: those with one key, and those without a valid one
     * @param time the clock of the limits and of reloading the key file, in nanoseconds
     * @throws io.github.mtasts.kit.UserError when the file cannot be read or trusted
     */
    public Access(
            Optional<Path> keyFile,
            WithoutKeys withoutKeys,
            List<AddressRange> proxies,
            int keyLimit,
            int addressLimit,
            TimeMeter time) {
        Ticker ticker = time::currentTimeNanos;
        this.keys = keyFile.map(file -> new ApiKeys(new KeyFile(file), ticker, Clock.systemUTC()));
        this.withoutKeys = withoutKeys;
        this.addresses = new ClientAddress(proxies, Access::warnOfProxy);
        this.requests = new RateLimit(addressLimit, time);
        this.strangers = new RateLimit(addressLimit, time);
        this.checks = new RateLimit(keyLimit, time);
    }

    /**
     * Lets a request in.
     *
     * @param headers of a request for the API or for MCP
     * @param peer where its connection comes from
     * @return the client that sent it
     * @throws ProblemException 401 without a valid key, 429 when the address exceeds its limit, 503 while the keys cannot be
     *     read; when no key is required 421 for a host that is not this machine, 403 for a foreign page or an unexpected proxy
     */
    public Client admit(HttpFields headers, InetAddress peer) {
        if (keys.isEmpty()) {
            withoutKeys.require(headers);
        }
        InetAddress address = addresses.of(headers, peer);
        String network = Client.network(address);
        Optional<String> key = keys.map(known -> key(headers, known, network));
        take(requests, key.map(name -> name + " " + network).orElse(network));
        return new Client(key, address);
    }

    /**
     * Lets a request in that needs no key, since only those know its address who were given it.
     *
     * @param headers of a request
     * @param peer where its connection comes from
     * @throws ProblemException as {@link #admit} does, but for 401
     */
    public void admitWithoutKey(HttpFields headers, InetAddress peer) {
        if (keys.isEmpty()) {
            withoutKeys.require(headers);
        }
        take(strangers, Client.network(addresses.of(headers, peer)));
    }

    private static void warnOfProxy(InetAddress address) {
        LOG.warn(
                "X-Forwarded-For from {} is ignored. Is it a proxy? Then set --trusted-proxy {}, or its clients share their limits",
                address.getHostAddress(),
                address.getHostAddress());
    }

    private static void take(RateLimit limit, String who) {
        Duration wait = limit.take(who, 1);
        if (!wait.isZero()) {
            throw Refusal.tooManyRequests(limit.perMinute(), wait);
        }
    }

    /**
     * Charges checks to the limit of a client.
     *
     * @param client as {@link #admit} gave it
     * @param number how many; 1 for a single one
     * @throws ProblemException 429 when too few are left, 400 when the number exceeds the limit
     */
    public void charge(Client client, int number) {
        String who = client.key().isPresent() ? "A key" : "An address";
        int limit = limit(client);
        if (number > limit) {
            client.key().ifPresent(usage::refused);
            throw Refusal.neverThatMany(who, limit, number);
        }
        Duration wait = checks.take(client.name(), number, limit);
        if (!wait.isZero()) {
            client.key().ifPresent(usage::refused);
            throw Refusal.tooManyChecks(who, limit, wait);
        }
        client.key().ifPresent(key -> usage.charged(key, number));
    }

    /** What each key was charged and refused; of none where no key is required. */
    public KeyUsage usage() {
        return usage;
    }

    /** The limit of a client and what is left of it, as {@code RateLimit} headers have them. */
    public Quota quota(Client client) {
        int limit = limit(client);
        return new Quota(limit, checks.left(client.name(), limit));
    }

    private int limit(Client client) {
        return client.key()
                .flatMap(name -> keys.flatMap(known -> known.limit(name)))
                .orElse(checks.perMinute());
    }

    /** Writes what is not written yet of when keys were used. */
    public void close() {
        keys.ifPresent(ApiKeys::close);
    }

    /** Why no key is accepted, for the operator; empty when all is well. */
    public Optional<String> problem() {
        return keys.flatMap(ApiKeys::problem);
    }

    private String key(HttpFields headers, ApiKeys known, String network) {
        try {
            String key = bearerToken(headers).orElseThrow(Refusal::keyMissing);
            return known.name(key)
                    .orElseThrow(() -> known.problem().isPresent() ? Refusal.keysUnreadable() : Refusal.keyUnknown());
        } catch (ProblemException refused) {
            take(strangers, network);
            throw refused;
        }
    }

    /** {@code Authorization: Bearer KEY} (RFC 6750, section 2.1); two headers are refused, since either could be meant. */
    private static Optional<String> bearerToken(HttpFields headers) {
        List<String> values = headers.getValuesList("Authorization");
        if (values.size() > 1) {
            throw Refusal.invalidKey("There is more than one Authorization header. Send one.");
        }
        return values.stream()
                .map(String::strip)
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(header -> header.group(1))
                .findFirst();
    }
}
