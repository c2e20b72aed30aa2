package io.github.mtasts.dns;

import java.io.IOException;
import org.xbill.DNS.Compression;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSInput;
import org.xbill.DNS.DNSOutput;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Tokenizer;

/** A record of any octets, also of those that its type cannot have; only ever sent. */
final class RawRecord extends Record {

    private static final long serialVersionUID = 1;

    private final byte[] octets;

    RawRecord(Name owner, int type, byte[] octets) {
        super(owner, type, DClass.IN, 60);
        this.octets = octets;
    }

    @Override
    protected void rrToWire(DNSOutput out, Compression compression, boolean canonical) {
        out.writeByteArray(octets);
    }

    @Override
    protected String rrToString() {
        return "";
    }

    @Override
    protected void rrFromWire(DNSInput in) throws IOException {
        throw new IOException("only ever sent");
    }

    @Override
    protected void rdataFromString(Tokenizer text, Name origin) throws IOException {
        throw new IOException("only ever sent");
    }
}
