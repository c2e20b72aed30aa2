package io.github.mtasts.runtime;

import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;

/** Without them no TLS handshake of today succeeds, and a host would be blamed for it. Up to JDK 21, small runtimes lack them. */
public final class EllipticCurves {

    private EllipticCurves() {}

    /**
     * Requires a runtime that has them.
     *
     * @throws IllegalStateException when it does not; says what to add
     */
    public static void require() {
        try {
            KeyFactory.getInstance("EC");
            KeyPairGenerator.getInstance("EC");
            Signature.getInstance("SHA256withECDSA");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(
                    "this runtime has no elliptic curves: add the module jdk.crypto.ec to the jlink image", missing);
        }
    }
}
