package io.github.mtasts.jakartamail;

import jakarta.mail.Address;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/**
 * A message and its envelope (RFC 5321, section 2.3.1).
 *
 * @param from the reverse-path; empty for the null one, as of a bounce
 * @param to the one recipient, its domain in A-labels
 * @param message with its header
 */
record Envelope(String from, InternetAddress to, MimeMessage message) {

    static Envelope of(String from, String localPart, String domain, MimeMessage message) throws AddressException {
        return new Envelope(from, new InternetAddress(localPart + "@" + domain, true), message);
    }

    /** In brackets, since Angus Mail ignores an empty one. */
    String reversePath() {
        return "<" + from + ">";
    }

    Address[] recipients() {
        return new Address[] {to};
    }
}
