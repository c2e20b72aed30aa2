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
 * @param answerTimeout how long the connection, and each answer, may take; whole milliseconds
 * @param sessionTimeout how long a session may take, the message included
 * @param addresses which may be connected to: names are owned by strangers, and may point at the loopback interface
 */
public record SmtpSettings(
        String heloName, int port, Duration answerTimeout, Duration sessionTimeout, Predicate<InetAddress> addresses) {

    /** Refuses null. */
    public SmtpSettings {
        Objects.requireNonNull(heloName, "heloName");
        Objects.requireNonNull(answerTimeout, "answerTimeout");
        Objects.requireNonNull(sessionTimeout, "sessionTimeout");
        Objects.requireNonNull(addresses, "addresses");
    }

    /**
     * What fits a mail server on the Internet: port 25, a minute an answer, half an hour a session, public addresses alone.
     *
     * @param heloName this host's own name
     * @return the settings
     */
    public static SmtpSettings of(String heloName) {
        return new SmtpSettings(
                heloName, 25, Duration.ofMinutes(1), Duration.ofMinutes(30), AddressGuard::isPublicUnicast);
    }
}
