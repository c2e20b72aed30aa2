package io.github.mtasts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.Json;
import io.github.mtasts.text.Page;
import io.github.mtasts.tlsrpt.TlsRptReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failure means, and whether mail was delivered all the same, depends on the policy that the sender applied. */
class ReportedPolicyTextTest {

    private static final String COUNTS = "10 sessions successful, 5 failed";
    private static final String WITHOUT_POLICY =
            COUNTS + "; a sender that has no earlier policy cached delivers anyway ";
    private static final String OTHER_HOST = "mx9.example.org";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "starttls-not-supported",
                "certificate-host-mismatch",
                "certificate-expired",
                "certificate-not-trusted",
                "validation-failure"
            })
    void whatFailsAtTheMxHostStopsMailInModeEnforce(String type) {
        assertThat(sts("enforce", type)).contains(COUNTS + "; senders do not deliver in such a session ");
        assertThat(sts("testing", type)).contains(COUNTS + "; senders deliver anyway ");
        assertThat(sts("none", type)).contains(COUNTS + " " + type);
    }

    /** RFC 8461, section 3.3. */
    @ParameterizedTest
    @ValueSource(strings = {"sts-policy-fetch-error", "sts-policy-invalid", "sts-webpki-invalid"})
    void aPolicyThatCannotBeHadStopsNoMail(String type) {
        assertThat(sts("enforce", type)).contains(WITHOUT_POLICY);
        assertThat(sts("testing", type)).contains(COUNTS + "; senders deliver anyway ");
    }

    @Test
    void amongSeveralTypesItIsTlsWithTheMxHostThatStopsMail() {
        String words = COUNTS + "; senders do not deliver where TLS with the MX host failed ";

        assertThat(sts("enforce", "sts-policy-fetch-error", "certificate-expired"))
                .contains(words);
        assertThat(sts("enforce", "of-my-own")).contains(words);
        assertThat(sts("enforce")).contains(words);
        assertThat(sts("enforce", "certificate-expired", "STARTTLS-not-supported"))
                .contains("; senders do not deliver in such a session ");
    }

    /** RFC 8461, section 2. */
    @ParameterizedTest
    @ValueSource(strings = {"tlsa-invalid", "dnssec-invalid", "dane-required"})
    void aModeSaysNothingAboutFailuresOfDane(String type) {
        assertThat(sts("testing", type)).contains(COUNTS + " " + type);
        assertThat(shown("tlsa", "enforce", OTHER_HOST, type)).contains(COUNTS + " " + type);
    }

    @ParameterizedTest
    @CsvSource({"no-policy-found, ''", "no-policy-found, enforce", "tlsa, ''", "sts, none"})
    void whereNoPolicyLimitsTheHostsAMismatchIsTheCertificates(String policyType, String mode) {
        assertThat(shown(policyType, mode, OTHER_HOST, "certificate-host-mismatch"))
                .contains("The MX host's certificate does not name it. → Use a certificate with the same name as the MX"
                        + " record. 5 × ")
                .doesNotContain("senders do not");
        assertThat(shown(policyType, mode, "", "certificate-host-mismatch")).doesNotContain("Name the MX host");
        assertThat(shown(policyType, mode, "", "validation-failure"))
                .contains("TLS failed with an MX host that the report does not name.");
        assertThat(shown(policyType, mode, OTHER_HOST, "validation-failure"))
                .contains("TLS with the MX host failed in a way that has no result type of its own.");
    }

    @Test
    void aPolicyThatLeavesTheHostOutIsToNameIt() {
        assertThat(sts("testing", "certificate-host-mismatch"))
                .contains("No mx pattern of the policy that the sender applied covers the host.");
    }

    @Test
    void daneNeedsNoPublicAuthority() {
        assertThat(shown("tlsa", "", OTHER_HOST, "certificate-not-trusted"))
                .contains("does not chain to one that its TLSA records name.")
                .doesNotContain("public authority");
        assertThat(sts("enforce", "certificate-not-trusted")).contains("Use a certificate from a public authority");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aDomainThatIsEmptyIsNotSaid(String domain) {
        String text =
                report("sts", "enforce", OTHER_HOST, "certificate-expired").replace("example.net", domain);

        assertThat(shown(text))
                .startsWith("(domain not said) FAILURES 5 of 15 sessions failed ")
                .contains(" (domain not said): MTA-STS (sts)");
    }

    private static String sts(String mode, String... types) {
        return shown("sts", mode, OTHER_HOST, types);
    }

    private static String shown(String policyType, String mode, String host, String... types) {
        return shown(report(policyType, mode, host, types));
    }

    /** On one line, with one space between words. */
    private static String shown(String report) {
        return new TlsRptText(new Page(80, false))
                .render("report.json", TlsRptReport.fromMap(Json.readObject(report.getBytes(StandardCharsets.UTF_8))))
                .replaceAll("\\s+", " ");
    }

    private static String report(String policyType, String mode, String host, String... types) {
        String details = Stream.of(types)
                .map(type -> "{\"result-type\": \"" + type + "\", \"failed-session-count\": " + 5 / types.length
                        + ", \"sending-mta-ip\": \"192.0.2.9\", \"receiving-mx-hostname\": \"" + host + "\"}")
                .collect(Collectors.joining(","));
        List<String> policy = mode.isEmpty()
                ? List.of()
                : List.of("version: STSv1", "mode: " + mode, "mx: mx.example.org", "max_age: 604800");
        String lines = policy.stream().map(line -> "\"" + line + "\"").collect(Collectors.joining(","));
        return """
                {"organization-name": "Example Post", "report-id": "1", "contact-info": "tlsrpt@post.example",
                 "date-range": {"start-datetime": "2026-11-23T00:00:00Z", "end-datetime": "2026-11-23T23:59:59Z"},
                 "policies": [{"policy": {"policy-type": "%s", "policy-domain": "example.net", "policy-string": [%s]},
                   "summary": {"total-successful-session-count": 10, "total-failure-session-count": 5},
                   "failure-details": [%s]}]}
                """.formatted(policyType, lines, details);
    }
}
