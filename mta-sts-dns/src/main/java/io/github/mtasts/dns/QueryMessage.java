package io.github.mtasts.dns;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.WireParseException;

/** A query as it goes over the wire, and what makes a message the answer to it (RFC 5452, section 9.1). */
final class QueryMessage {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** What crosses nearly every path in one piece (DNS flag day 2020). */
    private static final int UDP_PAYLOAD = 1232;

    private final int id = RANDOM.nextInt(1 << 16);
    private final Record question;
    private final boolean edns;
    private final boolean ad;

    QueryMessage(Name name, int type, boolean edns, boolean ad) {
        this.question = Record.newRecord(name, type, DClass.IN);
        this.edns = edns;
        this.ad = ad;
    }

    boolean hasEdns() {
        return edns;
    }

    byte[] octets() {
        Message query = new Message(id);
        query.getHeader().setFlag(Flags.RD);
        if (ad) {
            // RFC 6840, section 5.7: the AD flag is wanted in the answer, without the signatures.
            query.getHeader().setFlag(Flags.AD);
        }
        query.addRecord(question, Section.QUESTION);
        if (edns) {
            query.addRecord(new OPTRecord(UDP_PAYLOAD, 0, 0), Section.ADDITIONAL);
        }
        return query.toWire(Message.MAXLENGTH);
    }

    /** The answer in these octets; null when they do not answer this query; throws when they do, but are broken. */
    @Nullable
    Message answerIn(ByteBuffer octets) throws IOException {
        if (octets.remaining() < Header.LENGTH || (octets.getShort(octets.position()) & 0xFFFF) != id) {
            return null;
        }
        byte[] copy = new byte[octets.remaining()];
        octets.get(copy);
        Message message = parse(copy);
        return isAnswer(message) ? message : null;
    }

    private static Message parse(byte[] octets) throws IOException {
        try {
            return new Message(octets);
        } catch (RuntimeException notForeseenByDnsjava) {
            throw new WireParseException("not a DNS message", notForeseenByDnsjava);
        }
    }

    private boolean isAnswer(Message message) {
        // dnsjava reads the records of other opcodes in another way.
        if (!message.getHeader().getFlag(Flags.QR) || message.getHeader().getOpcode() != Opcode.QUERY) {
            return false;
        }
        Record asked = message.getQuestion();
        if (asked == null) {
            // Some servers leave the question out when they could not read it; such an answer can only fail a lookup.
            return message.getHeader().getRcode() != Rcode.NOERROR
                    && message.getHeader().getRcode() != Rcode.NXDOMAIN;
        }
        return asked.getName().equals(question.getName())
                && asked.getType() == question.getType()
                && asked.getDClass() == question.getDClass();
    }
}
