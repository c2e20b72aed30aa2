package io.github.mtasts.dns;

import java.util.Optional;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/** For how many seconds an answer may be kept. */
final class Ttl {

    private Ttl() {}

    static long of(Record record) {
        return seconds(record.getTTL());
    }

    /** RFC 2308, section 5: of a denial with this SOA. */
    static long ofDenial(SOARecord soa) {
        return Math.min(of(soa), seconds(soa.getMinimum()));
    }

    /** The SOA with which a denial shows whose it is: that of a zone which the name is in (RFC 2308, section 3). */
    static Optional<SOARecord> soa(Message message, Name denied) {
        return message.getSection(Section.AUTHORITY).stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .filter(soa -> denied.subdomain(soa.getName()))
                .findFirst();
    }

    /** RFC 2181, section 8: with the most significant bit set it is read as zero. */
    private static long seconds(long wire) {
        return wire > Integer.MAX_VALUE ? 0 : wire;
    }
}
