package io.github.mtasts.sender;

import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.testing.FakeDns;
import java.security.MessageDigest;
import java.util.HexFormat;
import okhttp3.tls.HeldCertificate;

/** A host in a signed zone, and what a sender says of it. */
final class SignedHost {

    static final String HOST = "mail.example.org";
    static final String TLSA = "_25._tcp." + HOST;
    static final FakeDns SIGNED =
            FakeDns.with().mx(Domain.NAME, 10, HOST).address(HOST, "192.0.2.25").signed(Domain.NAME);

    /** The same with a host that is an alias of another. */
    static final FakeDns ALIAS = FakeDns.with()
            .mx(Domain.NAME, 10, HOST)
            .alias(HOST, "real.example.org")
            .address("real.example.org", "192.0.2.25")
            .signed(Domain.NAME);

    static final HeldCertificate LEAF = new HeldCertificate.Builder().build();

    final Domain domain = new Domain().record("a").policy(Domain.text("enforce", HOST, 604_800));

    HostDecision forHost(FakeDns dns) {
        return decide(dns, HOST);
    }

    HostDecision decide(FakeDns dns, String mxHost) {
        try (MtaStsSender sender = domain.builder().dane(dns).build(Runnable::run, domain.alarm, () -> 0)) {
            return sender.forHost(sender.policyFor(Domain.NAME).join(), mxHost).join();
        }
    }

    static TlsaRecord endEntity() {
        return new TlsaRecord(3, 1, 1, "ab".repeat(32));
    }

    static TlsaRecord tlsa(HeldCertificate certificate, int usage, int selector, int matchingType) throws Exception {
        byte[] selected = selector == 0
                ? certificate.certificate().getEncoded()
                : certificate.certificate().getPublicKey().getEncoded();
        byte[] data = matchingType == 0
                ? selected
                : MessageDigest.getInstance(matchingType == 1 ? "SHA-256" : "SHA-512")
                        .digest(selected);
        return new TlsaRecord(usage, selector, matchingType, HexFormat.of().formatHex(data));
    }
}
