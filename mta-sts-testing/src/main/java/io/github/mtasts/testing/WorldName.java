package io.github.mtasts.testing;

import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.testing.DnsZone.Node;
import java.io.ByteArrayOutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.Type;

/**
 * One name in the world's DNS. Each method adds to it, and takes effect at once; the order of the calls does not matter.
 *
 * <p>For names that {@link WorldDomain} does not know, such as the MX hosts. Not thread-safe, while the world's servers are.
 */
public final class WorldName {

    private static final int LONGEST_DATA = 65_535;

    private final DnsZone zone;
    private final Name name;
    private final List<Name> chain = new ArrayList<>();
    private final List<Function<Name, Record>> records = new ArrayList<>();
    private final Map<Integer, DnsFault> faults = new HashMap<>();
    private final Set<Name> published = new HashSet<>();
    private long ttl = DnsZone.DEFAULT_TTL;
    private boolean signed;

    /** A name that does not exist until something is declared of it. */
    WorldName(DnsZone zone, String name) {
        this.zone = zone;
        this.name = DnsZone.name(Objects.requireNonNull(name, "name"));
    }

    /**
     * Adds a TXT record.
     *
     * @param strings its character-strings as text, encoded as UTF-8; one of more than 255 octets is cut into several
     * @return this
     */
    public WorldName txt(String... strings) {
        return txt(WireText.record(strings));
    }

    /**
     * Adds a TXT record of any octets.
     *
     * @param record character-strings of at most 255 octets, 65535 with their lengths together; {@link IllegalArgumentException}
     *     when they are longer
     * @return this
     */
    public WorldName txt(TxtRecord record) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        for (Octets string : Objects.requireNonNull(record, "record").strings()) {
            if (string.length() > 255) {
                throw new IllegalArgumentException("character-string longer than 255 octets: " + string.length());
            }
            wire.write(string.length());
            wire.writeBytes(string.bytes());
        }
        if (wire.size() > LONGEST_DATA) {
            throw new IllegalArgumentException("TXT record longer than 65535 octets: " + wire.size());
        }
        return add(owner -> Record.newRecord(owner, Type.TXT, DClass.IN, ttl, wire.toByteArray()));
    }

    /**
     * Adds an MX record.
     *
     * @param preference 0 to 65535, else {@link IllegalArgumentException}
     * @param exchange a name in presentation format; {@code .} for a null MX (RFC 7505)
     * @return this
     */
    public WorldName mx(int preference, String exchange) {
        Name host = DnsZone.name(Objects.requireNonNull(exchange, "exchange"));
        return add(owner -> new MXRecord(owner, DClass.IN, ttl, preference, host));
    }

    /**
     * Adds a TLSA record, to a name such as {@code _25._tcp.mx.example.org}.
     *
     * @param record what is published
     * @return this
     */
    public WorldName tlsa(TlsaRecord record) {
        byte[] data =
                HexFormat.of().parseHex(Objects.requireNonNull(record, "record").data());
        return add(owner ->
                new TLSARecord(owner, DClass.IN, ttl, record.usage(), record.selector(), record.matchingType(), data));
    }

    /**
     * Adds addresses.
     *
     * @param addresses IPv4 or IPv6 addresses as text; {@link IllegalArgumentException} for other text
     * @return this
     */
    public WorldName address(String... addresses) {
        records.addAll(read(addresses));
        return publish();
    }

    /**
     * Puts a chain of aliases (CNAME) between the name and its records, in place of a chain declared before.
     *
     * @param targets from the name's own alias to the name that has the records; without records that one does not exist
     * @return this
     */
    public WorldName via(String... targets) {
        List<Name> aliases = Stream.of(Objects.requireNonNull(targets, "targets"))
                .map(target -> DnsZone.name(Objects.requireNonNull(target, "target")))
                .toList();
        chain.clear();
        chain.addAll(aliases);
        return publish();
    }

    /**
     * Makes every lookup of the name go wrong.
     *
     * @param fault what happens
     * @return this
     */
    public WorldName fault(DnsFault fault) {
        faults.put(Type.ANY, Objects.requireNonNull(fault, "fault"));
        return publish();
    }

    /**
     * Makes lookups of one type go wrong.
     *
     * @param type such as {@code AAAA}; {@link IllegalArgumentException} when it is not a type
     * @param fault what happens
     * @return this
     */
    public WorldName fault(String type, DnsFault fault) {
        int number = Type.value(Objects.requireNonNull(type, "type"));
        if (number < 0) {
            throw new IllegalArgumentException("not a DNS type: " + type);
        }
        faults.put(number, Objects.requireNonNull(fault, "fault"));
        return publish();
    }

    /**
     * Removes all records in one step. The name stays, with its aliases, faults and TTL.
     *
     * @return this
     */
    public WorldName withoutRecords() {
        return forgetRecords().republish();
    }

    /**
     * Ends all faults.
     *
     * @return this
     */
    public WorldName withoutFaults() {
        faults.clear();
        return republish();
    }

    /**
     * Gives records, aliases and denials a TTL in place of 60 seconds.
     *
     * @param duration from 0 to 2147483647 seconds (RFC 2181, section 8), else {@link IllegalArgumentException}
     * @return this
     */
    public WorldName ttl(Duration duration) {
        if (Objects.requireNonNull(duration, "duration").isNegative() || duration.toSeconds() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("TTL out of range: " + duration);
        }
        ttl = duration.toSeconds();
        return republish();
    }

    /**
     * Signs the zone of this name, and of all names below it (DNSSEC): answers about them have the AD flag when the query had
     * the AD or the DO flag, as those of a validating resolver do. Along aliases each name must be signed.
     *
     * @return this
     */
    public WorldName signed() {
        signed = true;
        return publish();
    }

    /** What is declared of the name, as in a zone file. */
    @Override
    public String toString() {
        Stream<String> aliases = chain.stream().map(target -> "via " + target.toString(true));
        Stream<String> found = records.stream()
                .map(each -> each.apply(name))
                .map(record -> Type.string(record.getType()) + " " + record.rdataToString());
        Stream<String> failing = new TreeMap<>(faults)
                .entrySet().stream().map(each -> Type.string(each.getKey()) + " " + each.getValue());
        return Stream.of(
                        aliases,
                        found,
                        failing,
                        Stream.of("TTL " + ttl),
                        Stream.of("signed").filter(text -> signed))
                .flatMap(Function.identity())
                .collect(Collectors.joining(", ", name.toString(true) + " [", "]"));
    }

    /** Forgets the records, to declare others in their place. */
    WorldName forgetRecords() {
        records.clear();
        return this;
    }

    /** Puts addresses in place of all records. */
    WorldName onlyAt(String... addresses) {
        List<Function<Name, Record>> replacement = read(addresses);
        records.clear();
        records.addAll(replacement);
        return publish();
    }

    boolean isPublished() {
        return !published.isEmpty();
    }

    boolean hasRecords() {
        return !records.isEmpty();
    }

    /** Makes the name exist, with whatever was declared so far, in place of what was published before. */
    WorldName publish() {
        Map<Name, Node> nodes = nodes();
        nodes.forEach(zone::put);
        published.removeAll(nodes.keySet());
        withdraw();
        published.addAll(nodes.keySet());
        return this;
    }

    /** Changes without records do not create the name. */
    private WorldName republish() {
        return published.isEmpty() ? this : publish();
    }

    void withdraw() {
        published.forEach(zone::remove);
        published.clear();
    }

    /** The name itself last, so that its chain never leads nowhere. */
    private Map<Name, Node> nodes() {
        Map<Name, Node> nodes = new LinkedHashMap<>();
        List<Record> ownRecords = new ArrayList<>();
        Name owner = name;
        for (Name target : chain) {
            Record link = new CNAMERecord(owner, DClass.IN, ttl, target);
            if (owner.equals(name)) {
                ownRecords.add(link);
            } else {
                nodes.put(owner, new Node(List.of(link), Map.of(), ttl, false));
            }
            owner = target;
        }
        Name last = owner;
        List<Record> found = records.stream().map(each -> each.apply(last)).toList();
        if (chain.isEmpty()) {
            ownRecords.addAll(found);
        } else if (!found.isEmpty()) {
            nodes.put(last, new Node(found, Map.of(), ttl, false));
        }
        nodes.put(name, new Node(ownRecords, faults, ttl, signed));
        return nodes;
    }

    private List<Function<Name, Record>> read(String... addresses) {
        List<Function<Name, Record>> found = new ArrayList<>();
        for (String each : Objects.requireNonNull(addresses, "addresses")) {
            InetAddress address = WireText.address(each, "address");
            found.add(owner -> address instanceof Inet4Address
                    ? new ARecord(owner, DClass.IN, ttl, address)
                    : new AAAARecord(owner, DClass.IN, ttl, address));
        }
        return found;
    }

    private WorldName add(Function<Name, Record> record) {
        var unused = record.apply(name); // throws when no record can hold it
        records.add(record);
        return publish();
    }
}
