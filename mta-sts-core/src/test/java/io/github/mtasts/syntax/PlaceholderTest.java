package io.github.mtasts.syntax;

import static io.github.mtasts.syntax.PolicyRepairTest.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Issue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template leaves open enters no text to publish. */
class PlaceholderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<your-domain>",
                "{domain}",
                "{{ domain }}",
                "[domain]",
                "YOUR_DOMAIN",
                "YOUR-DOMAIN.",
                "${domain}",
                "%DOMAIN%",
                "mail.<your-domain>",
                "{mail}.example.com"
            })
    void isNotAHost(String host) {
        assertThat(lines("version: STSv1", "mode: enforce", "mx: " + host, "max_age: 604800"))
                .containsExactly("version: STSv1", "mode: enforce", "mx: live.example.net", "max_age: 604800");
    }

    @Test
    void isNotAHostInBrackets() {
        assertThat(lines("version: STSv1", "mode: enforce", "mx: <mail.example.com>", "max_age: 604800"))
                .contains("mx: mail.example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:{user}@example.com",
                "mailto:${USER}@example.com",
                "mailto:%USER%@example.com",
                "mailto:<you>@example.com",
                "mailto:tls@<your-domain>",
                "<mailto:tls@your-domain>",
                "mailto:tls@your-domain.",
                "https://r.example.com/<token>",
                "https://r.example.com/{token}",
                "https://r.example.com/[token]"
            })
    void isNotAReportAddress(String faulty) {
        var repair = repaired("v=TLSRPTv1; rua=mailto:a@example.com,," + faulty);

        assertThat(repair.text()).isEqualTo("v=TLSRPTv1; rua=mailto:a@example.com");
        assertThat(repair.guesses()).singleElement().asString().endsWith(" has a placeholder, so it is left out.");
    }

    @ParameterizedTest
    @CsvSource({
        "<mailto:a@example.com>, mailto:a@example.com",
        "mailto:100%25%41@example.com., mailto:100%25%41@example.com",
        "<https://[2001:db8::1]/v1>, https://[2001:db8::1]/v1"
    })
    void isNotWhatElseHasBracketsOrPercentSigns(String faulty, String meant) {
        assertThat(repaired("v=TLSRPTv1; rua=" + faulty).text()).isEqualTo("v=TLSRPTv1; rua=" + meant);
    }

    @ParameterizedTest
    @CsvSource({"id=<timestamp>, fresh", "id=[id], fresh", "id={id}, fresh", "id=<a1>, a1", "'id=\"a\"', a"})
    void isNotAnId(String faulty, String id) {
        var record = StsRecord.parse("v=STSv1; " + faulty);

        assertThat(Repair.ofRecord(record, "fresh").text()).isEqualTo("v=STSv1; id=" + id);
        assertThat(record.issues())
                .extracting(Issue::remedy)
                .allMatch(remedy -> remedy.contains("id=" + id) || id.equals("fresh"));
    }

    @Test
    void isCalledSo() {
        var policy = StsPolicy.parse("version: STSv1\nmode: enforce\nmx: {domain}\nmax_age: 604800\n");
        var record = TlsRptRecord.parse("v=TLSRPTv1; rua=mailto:tls@{domain}");

        assertThat(policy.issues())
                .extracting(Issue::message)
                .containsExactly("\"{domain}\" is a placeholder, not a host name.");
        assertThat(record.issues())
                .extracting(Issue::message)
                .containsExactly("\"mailto:tls@{domain}\" is not a URI. It has a placeholder.");
    }

    private static Repair repaired(String record) {
        return Repair.ofTlsRpt(List.of(TlsRptRecord.parse(record)), "mailto:fresh@example.net");
    }
}
