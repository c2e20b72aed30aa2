package io.github.mtasts.testing;

import io.github.mtasts.testing.ServedCertificate.Signer;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/** A certificate authority made for one test: a root to trust, an intermediate, and an untrusted root. */
final class TestCa {

    private final HeldCertificate root = authority("MTA-STS test root", null, 1);
    private final HeldCertificate intermediate = authority("MTA-STS test intermediate", root, 0);
    private final HeldCertificate unknownRoot = authority("MTA-STS unknown root", null, 1);
    private final KeyPair leafKeys =
            new HeldCertificate.Builder().ecdsa256().build().keyPair();

    private TestCa() {}

    static TestCa create() {
        return new TestCa();
    }

    X509Certificate root() {
        return root.certificate();
    }

    /** What a server needs to show the certificate. */
    SSLContext contextFor(String policyHost, ServedCertificate served) {
        Signer signer = served.signer();
        HeldCertificate leaf = leaf(policyHost, served);
        HandshakeCertificates.Builder shown = new HandshakeCertificates.Builder();
        if (signer == Signer.INTERMEDIATE) {
            shown.heldCertificate(leaf, intermediate.certificate());
        } else if (signer == Signer.UNKNOWN_ROOT) {
            shown.heldCertificate(leaf, unknownRoot.certificate());
        } else {
            shown.heldCertificate(leaf);
        }
        return shown.build().sslContext();
    }

    private HeldCertificate leaf(String policyHost, ServedCertificate served) {
        HeldCertificate.Builder leaf = new HeldCertificate.Builder()
                .keyPair(leafKeys)
                .commonName(policyHost)
                .validityInterval(
                        served.notBefore().toEpochMilli(), served.notAfter().toEpochMilli());
        served.namesFor(policyHost).forEach(leaf::addSubjectAlternativeName);
        switch (served.signer()) {
            case ITSELF -> {}
            case ROOT -> leaf.signedBy(root);
            case UNKNOWN_ROOT -> leaf.signedBy(unknownRoot);
            case INTERMEDIATE, INTERMEDIATE_LEFT_OUT -> leaf.signedBy(intermediate);
        }
        return leaf.build();
    }

    private static HeldCertificate authority(String name, @Nullable HeldCertificate issuer, int depth) {
        HeldCertificate.Builder authority = new HeldCertificate.Builder()
                .ecdsa256()
                .commonName(name)
                .certificateAuthority(depth)
                .validityInterval(
                        ServedCertificate.daysAgo(3650).toEpochMilli(),
                        ServedCertificate.inDays(3650).toEpochMilli());
        if (issuer != null) {
            authority.signedBy(issuer);
        }
        return authority.build();
    }
}
