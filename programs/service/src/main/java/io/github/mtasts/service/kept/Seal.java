package io.github.mtasts.service.kept;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves that octets were sent by this process as a report: HMAC-SHA256 with a key that nobody else ever has. */
public final class Seal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_OCTETS = 32;

    private final SecretKeySpec key;

    /** With a new key, which ends with the process. */
    public Seal() {
        byte[] octets = new byte[KEY_OCTETS];
        new SecureRandom().nextBytes(octets);
        key = new SecretKeySpec(octets, ALGORITHM);
    }

    /** The seal of octets, in hexadecimal digits. */
    public String of(ByteBuffer octets) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(octets.duplicate());
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    /** Whether a seal is that of these octets. */
    public boolean isOf(ByteBuffer octets, String seal) {
        return MessageDigest.isEqual(
                of(octets).getBytes(StandardCharsets.US_ASCII), seal.getBytes(StandardCharsets.UTF_8));
    }
}
