package io.github.mtasts.jakartamail;

import io.github.mtasts.spi.AddressGuard;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * How the client speaks SMTP.
 *
 * @param heloName this host's own name, for EHLO (RFC 5321, section 4.1.1.1)
 * @param port where MX hosts listen
 * @param answerTimeout the limit for connecting, and for each answer; in whole milliseconds
 * @param sessionTimeout the limit for a session, the message included
 * @param addresses the addresses that may be connected to: strangers can point their names at the loopback interface
 */
public record SmtpSettings(
        String heloName, int port, Duration answerTimeout, Duration sessionTimeout, Predicate<InetAddress> addresses) {

    /** Rejects null. */
    public SmtpSettings {
        Objects.requireNonNull(heloName, "heloName");
        Objects.requireNonNull(answerTimeout, "answerTimeout");
        Objects.requireNonNull(sessionTimeout, "sessionTimeout");
        Objects.requireNonNull(addresses, "addresses");
    }

    /**
     * The settings of a mail server on the Internet: port 25, one minute per answer, half an hour per session, public addresses
     * only.
     *
     * @param heloName this host's own name
     * @return the settings
     */
    public static SmtpSettings of(String heloName) {
        return new SmtpSettings(
                heloName, 25, Duration.ofMinutes(1), Duration.ofMinutes(30), AddressGuard::isPublicUnicast);
    }
}
