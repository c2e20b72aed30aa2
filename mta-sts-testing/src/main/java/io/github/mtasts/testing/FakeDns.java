package io.github.mtasts.testing;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.spi.TlsaResolver;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.spi.TxtResolver;
import io.github.mtasts.syntax.DomainName;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A DNS made of a map, for unit tests without a network. It is immutable: each method returns a copy with that fact added.
 *
 * <p>A name that was not declared answers {@link LookupStatus#NO_SUCH_NAME}; one that has other records, or names below
 * it, {@link LookupStatus#NO_RECORDS}. Names are compared without regard to case and to a final dot; a name that no DNS message
 * can carry is refused with {@link IllegalArgumentException}. Answers have no TTL, and are not authenticated, unless that is
 * declared.
 *
 * <pre>{@code
 * MtaStsChecker checker = MtaStsChecker.builder()
 *         .resolver(FakeDns.with()
 *                 .txt("_mta-sts.example.org", "v=STSv1; id=1")
 *                 .mx("example.org", 10, "mail.example.org"))
 *         .policyFetcher(FakePolicies.with()
 *                 .policy("example.org", "version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n"))
 *         .build();
 *
 * checker.check("example.org").verdict();   // ENFORCED
 * }</pre>
 */
@CheckReturnValue
public final class FakeDns implements TxtResolver, MxResolver, TlsaResolver, AddressResolver {

    private static final FakeDns EMPTY = new FakeDns(Map.of(), Map.of(), Set.of());

    private record Alias(String target) {}

    /** What is known of each name: a TxtRecord, MxHost, TlsaRecord, InetAddress, Alias or LookupStatus each. */
    private final Map<String, List<Object>> facts;

    private final Map<String, Duration> ttls;
    private final Set<String> signed;

    private FakeDns(Map<String, List<Object>> facts, Map<String, Duration> ttls, Set<String> signed) {
        this.facts = Map.copyOf(facts);
        this.ttls = Map.copyOf(ttls);
        this.signed = Set.copyOf(signed);
    }

    /**
     * A DNS without any name.
     *
     * @return the empty DNS, to add to
     */
    public static FakeDns with() {
        return EMPTY;
    }

    /**
     * Adds a TXT record; calls for the same name add up.
     *
     * @param name the owner name, such as {@code _mta-sts.example.org}
     * @param strings its character-strings as text, encoded as UTF-8
     * @return a copy with the record
     */
    public FakeDns txt(String name, String... strings) {
        return and(name, "name", WireText.record(strings));
    }

    /**
     * Adds a TXT record of any octets.
     *
     * @param name the owner name
     * @param record its character-strings, of any length
     * @return a copy with the record
     */
    public FakeDns txt(String name, TxtRecord record) {
        return and(name, "name", Objects.requireNonNull(record, "record"));
    }

    /**
     * Adds an MX record.
     *
     * @param domain the owner name
     * @param preference 0 to 65535, else {@link IllegalArgumentException}; the lowest is tried first
     * @param exchange the host; {@code .} for a null MX (RFC 7505)
     * @return a copy with the record
     */
    public FakeDns mx(String domain, int preference, String exchange) {
        if (preference < 0 || preference > 65_535) {
            throw new IllegalArgumentException("MX preference out of range: " + preference);
        }
        return and(domain, "domain", new MxHost(preference, WireText.name(exchange, "exchange")));
    }

    /**
     * Adds an address.
     *
     * @param host the owner name
     * @param address an IPv4 or IPv6 address as text; {@link IllegalArgumentException} for other text
     * @return a copy with the record
     */
    public FakeDns address(String host, String address) {
        return and(host, "host", WireText.address(address, "address"));
    }

    /**
     * Adds a TLSA record.
     *
     * @param name the owner name, such as {@code _25._tcp.mx.example.org}
     * @param record what is published
     * @return a copy with the record
     */
    public FakeDns tlsa(String name, TlsaRecord record) {
        return and(name, "name", Objects.requireNonNull(record, "record"));
    }

    /**
     * Makes a name an alias of another (CNAME).
     *
     * @param name the alias
     * @param target what it stands for
     * @return a copy with the alias
     */
    public FakeDns alias(String name, String target) {
        return and(name, "name", new Alias(key(target, "target")));
    }

    /**
     * Makes every lookup of a name end like this, whatever else was declared for it.
     *
     * @param name the owner name
     * @param status any but {@link LookupStatus#FOUND}, which is an {@link IllegalArgumentException}
     * @return a copy in which the lookup fails
     */
    public FakeDns fails(String name, LookupStatus status) {
        if (status == LookupStatus.FOUND) {
            throw new IllegalArgumentException("a failed lookup cannot be FOUND");
        }
        return and(name, "name", Objects.requireNonNull(status, "status"));
    }

    /**
     * Sets the TTL of all answers about a name, including absence. Along aliases the shortest applies.
     *
     * @param name the owner name; it need not exist
     * @param ttl zero or more, else {@link IllegalArgumentException}; replaces an earlier one
     * @return a copy with the TTL
     */
    public FakeDns ttl(String name, Duration ttl) {
        if (Objects.requireNonNull(ttl, "ttl").isNegative()) {
            throw new IllegalArgumentException("TTL must not be negative: " + ttl);
        }
        Map<String, Duration> more = new HashMap<>(ttls);
        more.put(key(name, "name"), ttl);
        return new FakeDns(facts, more, signed);
    }

    /**
     * Signs a zone (DNSSEC): answers about its names, including absence, are authenticated. Along aliases each name must be in
     * a signed zone. A failed lookup is never authenticated.
     *
     * @param zone with all names below it; {@code .} for all names
     * @return a copy with the zone signed
     */
    public FakeDns signed(String zone) {
        Set<String> more = new HashSet<>(signed);
        more.add(key(zone, "zone"));
        return new FakeDns(facts, ttls, more);
    }

    @Override
    public CompletableFuture<Lookup<TxtRecord>> resolveTxt(String name) {
        return CompletableFuture.completedFuture(lookup(name, "name", TxtRecord.class));
    }

    @Override
    public CompletableFuture<Lookup<MxHost>> resolveMx(String domain) {
        return CompletableFuture.completedFuture(lookup(domain, "domain", MxHost.class));
    }

    @Override
    public CompletableFuture<Lookup<TlsaRecord>> resolveTlsa(String name) {
        return CompletableFuture.completedFuture(lookup(name, "name", TlsaRecord.class));
    }

    @Override
    public CompletableFuture<Lookup<InetAddress>> resolveAddresses(String host) {
        return CompletableFuture.completedFuture(lookup(host, "host", InetAddress.class));
    }

    /** What is declared of each name, signed zones and TTLs included. */
    @Override
    public String toString() {
        Stream<String> declared = new TreeMap<>(facts)
                .entrySet().stream()
                        .flatMap(name -> name.getValue().stream()
                                .map(fact -> RemoteText.escape(name.getKey()) + " " + text(fact)));
        Stream<String> lasting = new TreeMap<>(ttls)
                .entrySet().stream().map(name -> RemoteText.escape(name.getKey()) + " TTL " + name.getValue());
        Stream<String> vouched = signed.stream().sorted().map(zone -> RemoteText.escape(zone) + " signed");
        return Stream.of(declared, lasting, vouched)
                .flatMap(Function.identity())
                .collect(Collectors.joining("; ", "FakeDns[", "]"));
    }

    private static String text(Object fact) {
        if (fact instanceof TxtRecord) {
            return "TXT " + fact;
        } else if (fact instanceof MxHost) {
            return "MX " + fact;
        } else if (fact instanceof TlsaRecord) {
            return "TLSA " + fact;
        } else if (fact instanceof InetAddress address) {
            return (address instanceof Inet4Address ? "A " : "AAAA ") + address.getHostAddress();
        } else if (fact instanceof Alias alias) {
            return "CNAME " + RemoteText.escape(alias.target());
        }
        return fact.toString();
    }

    private static String key(String name, String parameter) {
        return DomainName.canonical(WireText.name(name, parameter));
    }

    private FakeDns and(String name, String parameter, Object fact) {
        Map<String, List<Object>> more = new HashMap<>(facts);
        more.merge(
                key(name, parameter),
                List.of(fact),
                (old, one) -> Stream.of(old, one).flatMap(List::stream).toList());
        return new FakeDns(more, ttls, signed);
    }

    private <T> Lookup<T> lookup(String name, String parameter, Class<T> type) {
        String start = DomainName.canonical(Objects.requireNonNull(name, parameter));
        List<String> aliases = new ArrayList<>();
        for (String at = start; ; at = aliases.get(aliases.size() - 1)) {
            List<Alias> alias = known(at, Alias.class);
            if (alias.isEmpty() || !known(at, LookupStatus.class).isEmpty()) {
                return kept(direct(at, type).withAliases(aliases), start);
            }
            String target = alias.get(0).target();
            aliases.add(target);
            if (target.equals(start) || aliases.indexOf(target) < aliases.size() - 1) {
                return Lookup.<T>without(LookupStatus.SERVER_FAILURE, "a CNAME loop")
                        .withAliases(aliases);
            }
        }
    }

    private <T> Lookup<T> direct(String key, Class<T> type) {
        List<LookupStatus> failure = known(key, LookupStatus.class);
        if (!failure.isEmpty()) {
            return Lookup.without(failure.get(failure.size() - 1), "");
        }
        List<T> found = known(key, type);
        if (!found.isEmpty()) {
            return Lookup.found(found);
        }
        boolean exists = facts.keySet().stream().anyMatch(name -> isIn(key, name));
        return Lookup.without(exists ? LookupStatus.NO_RECORDS : LookupStatus.NO_SUCH_NAME, "");
    }

    private <T> Lookup<T> kept(Lookup<T> answer, String name) {
        if (answer.isUnknown()) {
            return answer;
        }
        List<String> passed =
                Stream.concat(Stream.of(name), answer.aliases().stream()).toList();
        Lookup<T> vouched = answer.withAuthenticated(passed.stream().allMatch(this::isSigned));
        return passed.stream()
                .map(ttls::get)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(vouched::withTtl)
                .orElse(vouched);
    }

    private boolean isSigned(String key) {
        return signed.stream().anyMatch(zone -> isIn(zone, key));
    }

    private static boolean isIn(String zone, String key) {
        return zone.isEmpty() || key.equals(zone) || key.endsWith("." + zone);
    }

    private <T> List<T> known(String key, Class<T> type) {
        return facts.getOrDefault(key, List.of()).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
