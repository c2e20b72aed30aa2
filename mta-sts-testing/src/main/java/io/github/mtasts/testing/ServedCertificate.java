package io.github.mtasts.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The certificate that a policy host shows: a good one, or one with a fault. Faults combine:
 * {@code expired(daysAgo(3)).and(wrongName("other.example")).and(unknownRoot())}.
 */
@CheckReturnValue
public final class ServedCertificate {

    /** Who signed it, and what is sent along. */
    enum Signer {
        INTERMEDIATE,
        ROOT,
        INTERMEDIATE_LEFT_OUT,
        ITSELF,
        UNKNOWN_ROOT
    }

    private static final Duration LIFETIME = Duration.ofDays(90);
    private static final Instant FIRST = Instant.parse("0001-01-03T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final ServedCertificate VALID =
            new ServedCertificate(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final Optional<List<String>> names;
    private final Optional<Instant> notBefore;
    private final Optional<Instant> notAfter;
    private final Optional<Signer> signer;

    private ServedCertificate(
            Optional<List<String>> names,
            Optional<Instant> notBefore,
            Optional<Instant> notAfter,
            Optional<Signer> signer) {
        this.names = names;
        this.notBefore = notBefore;
        this.notAfter = notAfter;
        this.signer = signer;
    }

    /**
     * One without a fault: for the policy host, signed by an intermediate of the test CA, valid from yesterday for 90 days.
     *
     * @return the certificate
     */
    public static ServedCertificate valid() {
        return VALID;
    }

    /**
     * One that has expired.
     *
     * @param notAfter the end of its 90 days
     * @return the certificate
     */
    public static ServedCertificate expired(Instant notAfter) {
        return validFor(Objects.requireNonNull(notAfter, "notAfter").minus(LIFETIME), notAfter);
    }

    /**
     * One that is not valid yet.
     *
     * @param notBefore the start of its 90 days
     * @return the certificate
     */
    public static ServedCertificate notYetValid(Instant notBefore) {
        return validFor(
                notBefore, Objects.requireNonNull(notBefore, "notBefore").plus(LIFETIME));
    }

    /**
     * One with this lifetime.
     *
     * @param notBefore the start, to the second
     * @param notAfter the end, to the second; {@link IllegalArgumentException} when it is before the start, or one of them is
     *     outside the years 1 to 9999 (RFC 5280, section 4.1.2.5)
     * @return the certificate
     */
    public static ServedCertificate validFor(Instant notBefore, Instant notAfter) {
        Instant start = Objects.requireNonNull(notBefore, "notBefore").truncatedTo(ChronoUnit.SECONDS);
        Instant end = Objects.requireNonNull(notAfter, "notAfter").truncatedTo(ChronoUnit.SECONDS);
        if (end.isBefore(start) || start.isBefore(FIRST) || end.isAfter(LAST)) {
            throw new IllegalArgumentException("not the lifetime of a certificate: " + notBefore + " to " + notAfter);
        }
        return new ServedCertificate(Optional.empty(), Optional.of(start), Optional.of(end), Optional.empty());
    }

    /**
     * One that signed itself.
     *
     * @return the certificate
     */
    public static ServedCertificate selfSigned() {
        return signedBy(Signer.ITSELF);
    }

    /**
     * One whose chain ends in an untrusted root.
     *
     * @return the certificate
     */
    public static ServedCertificate unknownRoot() {
        return signedBy(Signer.UNKNOWN_ROOT);
    }

    /**
     * One whose issuer, an intermediate, is not sent along.
     *
     * @return the certificate
     */
    public static ServedCertificate missingIntermediate() {
        return signedBy(Signer.INTERMEDIATE_LEFT_OUT);
    }

    /**
     * One without a fault that the root of the test CA signed without an intermediate.
     *
     * @return the certificate
     */
    public static ServedCertificate signedByRoot() {
        return signedBy(Signer.ROOT);
    }

    /**
     * One for another host only.
     *
     * @param name that host
     * @return the certificate
     */
    public static ServedCertificate wrongName(String name) {
        return names(Objects.requireNonNull(name, "name"));
    }

    /**
     * One that has the policy host in its CN, and no subjectAltName: senders ignore the CN (RFC 8461, section 3.3).
     *
     * @return the certificate
     */
    public static ServedCertificate cnOnly() {
        return names();
    }

    /**
     * One with these DNS-IDs instead of the policy host.
     *
     * @param names dNSName entries, such as {@code *.example.org}; none gives a certificate without subjectAltName
     * @return the certificate
     */
    public static ServedCertificate names(String... names) {
        List<String> listed = Stream.of(Objects.requireNonNull(names, "names"))
                .map(name -> Objects.requireNonNull(name, "name"))
                .toList();
        return new ServedCertificate(Optional.of(listed), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * This one with the traits of another besides.
     *
     * @param other its traits win where both have one
     * @return the certificate
     */
    public ServedCertificate and(ServedCertificate other) {
        Objects.requireNonNull(other, "other");
        return new ServedCertificate(
                other.names.or(() -> names),
                other.notBefore.or(() -> notBefore),
                other.notAfter.or(() -> notAfter),
                other.signer.or(() -> signer));
    }

    /**
     * A moment in the past, for {@link #expired}.
     *
     * @param days how many days ago
     * @return now less that
     */
    public static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    /**
     * A moment in the future, for {@link #notYetValid}.
     *
     * @param days in how many days
     * @return now and that
     */
    public static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    List<String> namesFor(String policyHost) {
        return names.orElse(List.of(policyHost));
    }

    Instant notBefore() {
        return notBefore.orElseGet(() -> daysAgo(1));
    }

    Instant notAfter() {
        return notAfter.orElseGet(() -> daysAgo(1).plus(LIFETIME));
    }

    Signer signer() {
        return signer.orElse(Signer.INTERMEDIATE);
    }

    /** What differs from a valid one. */
    @Override
    public String toString() {
        List<String> differences = Stream.of(
                        names.map(list -> "names " + list),
                        notBefore.map(start -> "from " + start),
                        notAfter.map(end -> "until " + end),
                        signer.map(by -> "signer " + by))
                .flatMap(Optional::stream)
                .toList();
        return differences.isEmpty() ? "valid certificate" : "certificate " + differences;
    }

    private static ServedCertificate signedBy(Signer signer) {
        return new ServedCertificate(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(signer));
    }
}
