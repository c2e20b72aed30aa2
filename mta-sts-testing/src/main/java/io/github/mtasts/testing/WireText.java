package io.github.mtasts.testing;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Parsed;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what a test writes into what goes over the wire. */
final class WireText {

    private static final int LONGEST_STRING = 255;

    private WireText() {}

    /** A TXT record of texts; one that is too long for a character-string is cut into several, as name servers do. */
    static TxtRecord record(String... strings) {
        return record(Stream.of(Objects.requireNonNull(strings, "strings"))
                .map(string -> Octets.of(Objects.requireNonNull(string, "string")))
                .toArray(Octets[]::new));
    }

    static TxtRecord record(Octets... texts) {
        List<Octets> strings = new ArrayList<>();
        for (Octets text : texts) {
            String octets = text.latin1();
            for (int at = 0; at == 0 || at < octets.length(); at += LONGEST_STRING) {
                strings.add(Octets.ofLatin1(octets.substring(at, Math.min(octets.length(), at + LONGEST_STRING))));
            }
        }
        return new TxtRecord(strings);
    }

    /** A name in presentation format, as it was written; what no DNS message can carry is refused. */
    static String name(String text, String parameter) {
        DnsZone.name(Objects.requireNonNull(text, parameter));
        return text;
    }

    /** A policy domain in A-labels; other text is refused with what is wrong with it. */
    static DomainName domain(String text, String parameter) {
        Objects.requireNonNull(text, parameter);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("not in A-labels: " + RemoteText.quote(text));
        }
        Parsed<DomainName> name = DomainName.parse(text);
        return name.value()
                .orElseThrow(() -> new IllegalArgumentException(
                        name.issues().stream().map(Issue::message).collect(Collectors.joining(" "))));
    }

    /** An IP address as text; a host name is refused, so that nothing is looked up. */
    static InetAddress address(String text, String parameter) {
        Objects.requireNonNull(text, parameter);
        try {
            // In brackets only an IPv6 address is read, and a name is never looked up.
            return text.indexOf(':') >= 0
                    ? InetAddress.getByName("[" + text + "]")
                    : InetAddress.getByAddress(dottedQuad(text.split("\\.", -1)));
        } catch (UnknownHostException | NumberFormatException notAnAddress) {
            throw new IllegalArgumentException("not an IP address: " + RemoteText.quote(text), notAnAddress);
        }
    }

    private static byte[] dottedQuad(String[] parts) throws UnknownHostException {
        byte[] octets = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            int octet = Integer.parseInt(parts[i]);
            if (octet < 0 || octet > 255 || parts.length != 4) {
                throw new UnknownHostException("not four numbers from 0 to 255");
            }
            octets[i] = (byte) octet;
        }
        return octets;
    }
}
