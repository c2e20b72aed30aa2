package io.github.mtasts.testing;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.TextKind;
import io.github.mtasts.TextReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * AssertJ assertions on reports and on texts. A failure shows the report for people, with carets under each issue. AssertJ is
 * optional: a project that uses this class brings it along.
 */
@CheckReturnValue
public final class MtaStsAssertions {

    private MtaStsAssertions() {}

    /**
     * Asserts on a domain's report.
     *
     * @param report of a check, or of {@link DomainTexts}
     * @return the assertions
     */
    public static MtaStsReportAssert assertThat(MtaStsReport report) {
        return new MtaStsReportAssert(report);
    }

    /**
     * Asserts on the report of a domain's texts.
     *
     * @param texts the texts, with the MX hosts
     * @return the assertions
     */
    public static MtaStsReportAssert assertThat(DomainTexts texts) {
        return assertThat(Objects.requireNonNull(texts, "texts").report());
    }

    /**
     * Asserts on the report of one text.
     *
     * @param report of any kind of text
     * @return the assertions
     */
    public static TextReportAssert assertThat(TextReport report) {
        return new TextReportAssert(report, Optional.empty());
    }

    /**
     * Asserts on a policy file (RFC 8461, section 3.2).
     *
     * @param file read at once; {@link UncheckedIOException} when it cannot be read
     * @return the assertions
     */
    public static TextReportAssert assertThatPolicy(Path file) {
        return judged(TextKind.POLICY, file);
    }

    /**
     * Asserts on a policy (RFC 8461, section 3.2).
     *
     * @param text its lines
     * @return the assertions
     */
    public static TextReportAssert assertThatPolicy(String text) {
        return judged(TextKind.POLICY, text);
    }

    /**
     * Asserts on a policy (RFC 8461, section 3.2).
     *
     * @param octets as they are served
     * @return the assertions
     */
    public static TextReportAssert assertThatPolicy(byte[] octets) {
        return assertThat(TextReport.of(TextKind.POLICY, Objects.requireNonNull(octets, "octets"), Instant.now()));
    }

    /**
     * Asserts on an MTA-STS record (RFC 8461, section 3.1) that is kept in a file.
     *
     * @param file the record's data, with or without a line end; {@link UncheckedIOException} when it cannot be read
     * @return the assertions
     */
    public static TextReportAssert assertThatRecord(Path file) {
        return judged(TextKind.RECORD, file);
    }

    /**
     * Asserts on an MTA-STS record (RFC 8461, section 3.1).
     *
     * @param text the record's data
     * @return the assertions
     */
    public static TextReportAssert assertThatRecord(String text) {
        return judged(TextKind.RECORD, text);
    }

    /**
     * Asserts on a TLSRPT record (RFC 8460, section 3) that is kept in a file.
     *
     * @param file the record's data, with or without a line end; {@link UncheckedIOException} when it cannot be read
     * @return the assertions
     */
    public static TextReportAssert assertThatTlsRpt(Path file) {
        return judged(TextKind.TLS_RPT, file);
    }

    /**
     * Asserts on a TLSRPT record (RFC 8460, section 3).
     *
     * @param text the record's data
     * @return the assertions
     */
    public static TextReportAssert assertThatTlsRpt(String text) {
        return judged(TextKind.TLS_RPT, text);
    }

    private static TextReportAssert judged(TextKind kind, String text) {
        return assertThat(TextReport.of(
                kind, Objects.requireNonNull(text, "text").getBytes(StandardCharsets.UTF_8), Instant.now()));
    }

    private static TextReportAssert judged(TextKind kind, Path file) {
        try {
            TextReport report =
                    TextReport.of(kind, Files.readAllBytes(Objects.requireNonNull(file, "file")), Instant.now());
            return new TextReportAssert(report, Optional.of(file.toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
