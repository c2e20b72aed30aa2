package io.github.mtasts.dns;

import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.Octets;
import java.net.InetAddress;
import java.util.HexFormat;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.TXTRecord;

/** From dnsjava's records to the ports'. */
final class Records {

    private Records() {}

    static TxtRecord txt(Record record) {
        return new TxtRecord(((TXTRecord) record)
                .getStringsAsByteArrays().stream().map(Octets::of).toList());
    }

    static MxHost mx(Record record) {
        MXRecord mx = (MXRecord) record;
        return new MxHost(mx.getPriority(), Names.text(mx.getTarget()));
    }

    static InetAddress a(Record record) {
        return ((ARecord) record).getAddress();
    }

    static InetAddress aaaa(Record record) {
        return ((AAAARecord) record).getAddress();
    }

    static TlsaRecord tlsa(Record record) {
        TLSARecord tlsa = (TLSARecord) record;
        return new TlsaRecord(
                tlsa.getCertificateUsage(),
                tlsa.getSelector(),
                tlsa.getMatchingType(),
                HexFormat.of().formatHex(tlsa.getCertificateAssociationData()));
    }
}
