package io.github.mtasts.testing;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** From the octets of a query to the octets that are sent for it, with the faults of the way. */
final class DnsResponder {

    private static final int PLAIN_UDP = 512;
    private static final int EDNS_UDP = 1232;
    private static final Name ELSEWHERE = DnsZone.name("another-question.invalid");

    private static final EDNSOption BOGUS =
            new ExtendedErrorCodeOption(ExtendedErrorCodeOption.DNSSEC_BOGUS, "no signature that fits");

    private final DnsZone zone;

    DnsResponder(DnsZone zone) {
        this.zone = zone;
    }

    /** The datagrams to send, in order; none when the query is broken or the fault is silence. */
    List<byte[]> overUdp(byte[] octets) {
        Message query = read(octets);
        if (query == null) {
            return List.of();
        }
        OPTRecord edns = query.getOPT();
        byte[] whole = answer(query).toWire(edns == null ? PLAIN_UDP : Math.max(PLAIN_UDP, edns.getPayloadSize()));
        DnsFault fault = zone.fault(query.getQuestion());
        if (fault == null) {
            return List.of(whole);
        }
        return switch (fault) {
            case SILENCE -> List.of();
            case TRUNCATED -> List.of(truncated(query));
            case WRONG_ID_FIRST -> List.of(wrongId(query), wrongQuestion(query), whole);
            case GARBAGE -> List.of(garbage(whole));
            default -> List.of(whole);
        };
    }

    /** The messages to send, in order, without their lengths; none when the query is broken or the fault is silence. */
    List<byte[]> overTcp(byte[] octets) {
        Message query = read(octets);
        if (query == null) {
            return List.of();
        }
        DnsFault fault = zone.fault(query.getQuestion());
        if (fault == DnsFault.SILENCE) {
            return List.of();
        }
        byte[] whole = answer(query).toWire(Message.MAXLENGTH);
        return List.of(fault == DnsFault.GARBAGE ? garbage(whole) : whole);
    }

    private static @Nullable Message read(byte[] octets) {
        try {
            Message query = new Message(octets);
            return query.getQuestion() == null ? null : query;
        } catch (IOException broken) {
            return null;
        }
    }

    private Message answer(Message query) {
        Message answer = zone.answer(query);
        DnsFault fault = zone.fault(query.getQuestion());
        if (query.getOPT() != null && fault != DnsFault.NO_EDNS) {
            List<EDNSOption> options = fault == DnsFault.BOGUS ? List.of(BOGUS) : List.of();
            answer.addRecord(new OPTRecord(EDNS_UDP, 0, 0, 0, options), Section.ADDITIONAL);
        }
        return answer;
    }

    private static byte[] truncated(Message query) {
        Message empty = DnsZone.reply(query, Rcode.NOERROR);
        empty.getHeader().setFlag(Flags.TC);
        return empty.toWire(PLAIN_UDP);
    }

    private static byte[] wrongId(Message query) {
        Message denial = DnsZone.reply(query, Rcode.NXDOMAIN);
        denial.getHeader().setID(query.getHeader().getID() ^ 0x5555);
        return denial.toWire(PLAIN_UDP);
    }

    private static byte[] wrongQuestion(Message query) {
        Message denial = DnsZone.reply(query, Rcode.NXDOMAIN);
        denial.removeAllRecords(Section.QUESTION);
        Record question = query.getQuestion();
        denial.addRecord(Record.newRecord(ELSEWHERE, question.getType(), question.getDClass()), Section.QUESTION);
        return denial.toWire(PLAIN_UDP);
    }

    /** A true header that promises records, and then only compression pointers that point ahead of themselves. */
    private static byte[] garbage(byte[] answer) {
        byte[] broken = Arrays.copyOf(answer, Math.max(answer.length, 64));
        Arrays.fill(broken, 12, broken.length, (byte) 0xFF);
        return broken;
    }
}
