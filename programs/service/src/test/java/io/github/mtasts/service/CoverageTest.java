package io.github.mtasts.service;

import static io.github.mtasts.syntax.PolicyMode.ENFORCE;
import static io.github.mtasts.syntax.PolicyMode.NONE;
import static io.github.mtasts.syntax.PolicyMode.TESTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.WorldDomain;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a check covers; {@code docs/coverage.md} lists it. */
class CoverageTest {

    private static final String RECORD = "v=STSv1; id=20261101T000000";
    private static final String REPORTS = "v=TLSRPTv1; rua=mailto:tlsrpt@example.org";
    private static final MtaStsWorld WORLD = MtaStsWorld.start();
    private static final Service SERVICE = Service.start(settings());

    private final ApiClient client = new ApiClient(SERVICE.address().getPort());

    @AfterAll
    static void stop() {
        SERVICE.close();
        WORLD.close();
    }

    @Test
    void bothTheRecordAndThePolicyFileAreRead() {
        healthy("both.example");

        Map<String, Object> report = check("both.example").json();

        assertThat(report.get("dns_record"))
                .asInstanceOf(MAP)
                .containsEntry("version", "STSv1")
                .containsEntry("id", "20261101T000000");
        assertThat(report.get("policy"))
                .asInstanceOf(MAP)
                .containsEntry("version", "STSv1")
                .containsEntry("mode", "enforce")
                .containsEntry("mx", List.of("mx.both.example"))
                .containsEntry("max_age", 604800);
        assertThat(report)
                .containsEntry("has_mta_sts", true)
                .containsEntry("policy_url", "https://mta-sts.both.example/.well-known/mta-sts.txt");
    }

    @Test
    void withoutARecordThereIsNoMtaSts() {
        WORLD.domain("nothing.example").mx("mx.nothing.example");

        assertThat(check("nothing.example").json())
                .containsEntry("has_mta_sts", false)
                .containsEntry("verdict", "ABSENT")
                .containsEntry("tls_rpt", null);
    }

    @Test
    void tlsReportingIsReadToo() {
        healthy("reports.example");
        WORLD.domain("no-reports.example")
                .record(RECORD)
                .policy(ENFORCE, "mx.no-reports.example")
                .mx("mx.no-reports.example");

        assertThat(check("reports.example").json().get("tls_rpt"))
                .asInstanceOf(MAP)
                .containsEntry("rua", List.of("mailto:tlsrpt@example.org"));
        assertThat(check("no-reports.example").codes()).contains("TLSRPT_NOT_FOUND");
    }

    @Test
    void theVersionComesFirst() {
        healthy("order.example").policy("mode: enforce\nversion: STSv1\nmx: mx.order.example\nmax_age: 604800\n");
        healthy("record-order.example").replaceRecord("id=1; v=STSv1");

        assertThat(check("order.example").codes()).contains("POLICY_VERSION_NOT_FIRST");
        assertThat(check("record-order.example").codes()).contains("RECORD_VERSION_NOT_FIRST");
    }

    @Test
    void everyFieldOfThePolicyIsJudged() {
        healthy("fields.example").policy("version: STSv2\nmode: enforced\nmx: 192.0.2.1\nmax_age: a week\n");

        assertThat(check("fields.example").codes())
                .contains(
                        "POLICY_VERSION_INVALID",
                        "POLICY_MODE_INVALID",
                        "POLICY_MX_IP_ADDRESS",
                        "POLICY_MAX_AGE_INVALID");
    }

    @Test
    void everyMxHostIsHeldAgainstThePatterns() {
        healthy("mismatch.example").mx("other.provider.example");

        ApiAnswer answer = check("mismatch.example");

        assertThat(answer.codes()).contains("MX_NOT_COVERED");
        assertThat(answer.json()).containsEntry("verdict", "BROKEN");
    }

    @Test
    void theModesAreDistinguished() {
        healthy("enforces.example");
        healthy("tests.example").policy(TESTING, "mx.tests.example");
        healthy("opts-out.example").policy(NONE);

        assertThat(check("enforces.example").json())
                .containsEntry("mode", "enforce")
                .containsEntry("verdict", "ENFORCED");
        assertThat(check("tests.example").json())
                .containsEntry("mode", "testing")
                .containsEntry("verdict", "TESTING");
        assertThat(check("opts-out.example").json())
                .containsEntry("mode", "none")
                .containsEntry("verdict", "NONE");
    }

    @Test
    void theNextModeIsRecommended() {
        healthy("ready.example").policy(TESTING, "mx.ready.example");

        assertThat(check("ready.example").body()).contains("\"code\":\"MOVE_TO_ENFORCE\"");
    }

    @Test
    void aDayIsEnoughForTestingAndAWeekForEnforce() {
        assertThat(codesOfMaxAge("testing", 86_399)).contains("POLICY_MAX_AGE_SHORT");
        assertThat(codesOfMaxAge("testing", 86_400)).doesNotContain("POLICY_MAX_AGE_SHORT");
        assertThat(codesOfMaxAge("enforce", 604_799)).contains("POLICY_MAX_AGE_SHORT");
        assertThat(codesOfMaxAge("enforce", 604_800)).doesNotContain("POLICY_MAX_AGE_SHORT");
    }

    @Test
    void aYearIsTheMost() {
        assertThat(codesOfMaxAge("enforce", 31_557_600)).doesNotContain("POLICY_MAX_AGE_ABOVE_MAXIMUM");
        assertThat(codesOfMaxAge("enforce", 31_557_601)).contains("POLICY_MAX_AGE_ABOVE_MAXIMUM");
    }

    @Test
    void aRecordWithoutAPolicyFileIsFound() {
        WORLD.domain("alone.example").record(RECORD).mx("mx.alone.example");

        assertThat(check("alone.example").codes()).contains("RECORD_WITHOUT_POLICY");
        assertThat(check("alone.example").json()).containsEntry("verdict", "BROKEN");
    }

    @Test
    void aMissingIdIsFound() {
        healthy("no-id.example").replaceRecord("v=STSv1;");

        assertThat(check("no-id.example").codes()).contains("RECORD_ID_MISSING");
    }

    @Test
    void thatStarttlsWasNotCheckedIsSaid() {
        healthy("starttls.example");

        assertThat(check("starttls.example").codes()).contains("MX_STARTTLS_NOT_CHECKED");
    }

    @Test
    void aReportSaysWhenAndWhatWasSeen() {
        healthy("evidence.example");

        Map<String, Object> report = check("evidence.example").json();

        assertThat((String) report.get("checked_at")).endsWith("Z");
        assertThat(report.get("policy")).asInstanceOf(MAP).containsKey("raw");
        assertThat(report.get("certificate")).asInstanceOf(MAP).containsKeys("not_after", "issuer", "names");
    }

    @Test
    void whatToPublishComesWhole() {
        healthy("mend.example").policy("version: STSv1\nmode: enforce\nmx: mx.mend.example\nmax_age: 604800 seconds\n");

        assertThat(check("mend.example").body())
                .contains("\"publish\":\"version: STSv1\\nmode: enforce\\nmx: mx.mend.example\\nmax_age: 604800\\n\"");
    }

    private List<String> codesOfMaxAge(String mode, int seconds) {
        String domain = mode + seconds + ".example";
        healthy(domain).policy("version: STSv1\nmode: " + mode + "\nmx: mx." + domain + "\nmax_age: " + seconds + "\n");
        return check(domain).codes();
    }

    private ApiAnswer check(String domain) {
        return client.get("/v1/security/mta-sts?domain=" + domain);
    }

    private static WorldDomain healthy(String domain) {
        return WORLD.domain(domain)
                .record(RECORD)
                .policy(ENFORCE, "mx." + domain)
                .mx("mx." + domain)
                .tlsRpt(REPORTS);
    }

    private static Settings settings() {
        NetworkSettings network = new NetworkSettings(
                Optional.of(WORLD.dns()),
                Duration.ofSeconds(20),
                InetAddress::isLoopbackAddress,
                List.of(WORLD.ca()),
                WORLD.httpsPort());
        return new TestSettings().over(network);
    }
}
