package io.github.mtasts.testing;

import io.github.mtasts.issue.RemoteText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** All names of the world, and the answers that a recursive resolver would give about them. Thread-safe. */
final class DnsZone {

    static final long DEFAULT_TTL = 60;

    private static final Name LOOP = name("loop.invalid");

    private static final int LONGEST_CHAIN = 32;

    /**
     * What stands at one name. A fault of type {@link Type#ANY} applies to each question. The TTL is that of denials; the records
     * have their own. When it is signed, all names below it are.
     */
    record Node(List<Record> records, Map<Integer, DnsFault> faults, long ttl, boolean signed) {
        Node {
            records = List.copyOf(records);
            faults = Map.copyOf(faults);
        }
    }

    private final Map<Name, Node> nodes = new ConcurrentHashMap<>();

    /** A name in presentation format, with or without its final dot. */
    static Name name(String text) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("not in A-labels: " + RemoteText.quote(text));
        }
        if (text.chars().anyMatch(octet -> octet <= ' ' || octet == 0x7F)) {
            throw new IllegalArgumentException(
                    "white space and control characters must be escaped (\\DDD) in a domain name: "
                            + RemoteText.quote(text));
        }
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException broken) {
            throw new IllegalArgumentException("not a domain name: " + RemoteText.quote(text), broken);
        }
    }

    void put(Name name, Node node) {
        nodes.put(name, node);
    }

    void remove(Name name) {
        nodes.remove(name);
    }

    @Nullable
    DnsFault fault(Record question) {
        Node node = nodes.get(question.getName());
        if (node == null) {
            return null;
        }
        DnsFault ofType = node.faults().get(question.getType());
        return ofType == null ? node.faults().get(Type.ANY) : ofType;
    }

    /** The whole answer, faults of the way it is sent left aside. */
    Message answer(Message query) {
        Record question = query.getQuestion();
        DnsFault fault = fault(question);
        if (fault == null) {
            return found(query, LONGEST_CHAIN);
        }
        return switch (fault) {
            case NXDOMAIN -> denial(query, Rcode.NXDOMAIN);
            case NODATA -> denial(query, Rcode.NOERROR);
            case SERVFAIL, BOGUS -> reply(query, Rcode.SERVFAIL);
            case REFUSED -> reply(query, Rcode.REFUSED);
            case NO_EDNS -> query.getOPT() == null ? found(query, LONGEST_CHAIN) : reply(query, Rcode.FORMERR);
            case CNAME_LOOP -> loop(query);
            case CNAME_ALONE -> found(query, 1);
            case SILENCE, TRUNCATED, WRONG_ID_FIRST, GARBAGE -> found(query, LONGEST_CHAIN);
        };
    }

    static Message reply(Message query, int rcode) {
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.RD);
        reply.getHeader().setFlag(Flags.RA);
        reply.getHeader().setRcode(rcode);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        return reply;
    }

    private Message denial(Message query, int rcode) {
        Name name = query.getQuestion().getName();
        return authenticated(denial(query, rcode, name), query, List.of(name));
    }

    /** It carries a SOA, which distinguishes it from a chain that was answered in part (RFC 2308, section 2.2). */
    private Message denial(Message query, int rcode, Name denied) {
        Node node = nodes.get(denied);
        long ttl = node == null ? DEFAULT_TTL : node.ttl();
        Message reply = reply(query, rcode);
        reply.addRecord(
                new SOARecord(Name.root, DClass.IN, ttl, Name.root, Name.root, 1, 60, 60, 60, ttl), Section.AUTHORITY);
        return reply;
    }

    /** As a validating resolver does, when it is asked to (RFC 6840, section 5.8). */
    private Message authenticated(Message reply, Message query, List<Name> passed) {
        OPTRecord edns = query.getOPT();
        boolean wanted =
                query.getHeader().getFlag(Flags.AD) || (edns != null && (edns.getFlags() & ExtendedFlags.DO) != 0);
        if (wanted && passed.stream().allMatch(this::isSigned)) {
            reply.getHeader().setFlag(Flags.AD);
        }
        return reply;
    }

    private boolean isSigned(Name name) {
        return nodes.entrySet().stream().anyMatch(each -> each.getValue().signed() && name.subdomain(each.getKey()));
    }

    private static Message loop(Message query) {
        Message reply = reply(query, Rcode.NOERROR);
        Name name = query.getQuestion().getName();
        reply.addRecord(new CNAMERecord(name, DClass.IN, 60, LOOP), Section.ANSWER);
        reply.addRecord(new CNAMERecord(LOOP, DClass.IN, 60, name), Section.ANSWER);
        return reply;
    }

    private Message found(Message query, int links) {
        int type = query.getQuestion().getType();
        Name name = query.getQuestion().getName();
        List<Record> chain = new ArrayList<>();
        List<Record> records = of(name, type);
        while (records.isEmpty() && chain.size() < links) {
            List<Record> alias = of(name, Type.CNAME);
            if (alias.isEmpty()) {
                break;
            }
            chain.add(alias.get(0));
            name = ((CNAMERecord) alias.get(0)).getTarget();
            records = of(name, type);
        }
        boolean cut = links < LONGEST_CHAIN && !chain.isEmpty();
        Message reply = cut || !records.isEmpty()
                ? reply(query, Rcode.NOERROR)
                : denial(query, exists(name) ? Rcode.NOERROR : Rcode.NXDOMAIN, name);
        List<Name> passed = new ArrayList<>(chain.stream().map(Record::getName).toList());
        chain.forEach(link -> reply.addRecord(link, Section.ANSWER));
        if (!cut) {
            passed.add(name);
            records.forEach(found -> reply.addRecord(found, Section.ANSWER));
        }
        return authenticated(reply, query, passed);
    }

    private List<Record> of(Name name, int type) {
        Node node = nodes.get(name);
        return node == null
                ? List.of()
                : node.records().stream().filter(each -> each.getType() == type).toList();
    }

    /** A name exists when it has a node, or when names below it have (RFC 8020). */
    private boolean exists(Name name) {
        return nodes.containsKey(name) || nodes.keySet().stream().anyMatch(each -> each.subdomain(name));
    }
}
