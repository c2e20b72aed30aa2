package io.github.mtasts;

import static io.github.mtasts.HealthyDomain.evidence;
import static io.github.mtasts.HealthyDomain.judge;
import static io.github.mtasts.HealthyDomain.serving;
import static io.github.mtasts.HealthyDomain.txt;
import static io.github.mtasts.MapView.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.Octets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the report as JSON shows of each text: what could be read, also where it is invalid. */
class ReportValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"v=STSv1", "v=STSv1;", "v=STSv1 x", "v=STSv1\t; id=1", "v=STSv1; id=-", "v=STSv1; id=1"})
    void aRecordIsThereWhateverItsState(String record) {
        assertThat(withRecord(record)).containsEntry("has_mta_sts", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=STSv10; id=1", "V=STSv1; id=1", " v=STSv1; id=1", "v=STSv1, id=1", "id=1; v=STSv1"})
    void aRecordThatDoesNotBeginWithTheVersionIsNotThere(String record) {
        assertThat(withRecord(record)).containsEntry("has_mta_sts", false);
    }

    @Test
    void aRecordThatSendersDoNotSeeIsShownAsText() {
        assertThat(object(withRecord("v=STSv2; id=1"), "dns_record"))
                .isEqualTo(Map.of("version", "STSv2", "id", "1", "valid", false, "raw", "v=STSv2; id=1"));
    }

    @Test
    void theFirstOfSeveralRecordsIsShownAndNotValid() {
        Map<String, @Nullable Object> report = judge(evidence()
                        .mtaStsTxt(txt("junk", "v=STSv1; id=a", "v=STSv1; id=b"))
                        .build())
                .toMap();

        assertThat(report).containsEntry("has_mta_sts", true);
        assertThat(object(report, "dns_record"))
                .isEqualTo(Map.of("version", "STSv1", "id", "a", "valid", false, "raw", "v=STSv1; id=a"));
    }

    @Test
    void unrelatedTextIsNotARecord() {
        assertThat(withRecord("v=spf1 -all")).containsEntry("dns_record", null).containsEntry("has_mta_sts", false);
    }

    @Test
    void aRecordWithoutIdHasNullForIt() {
        assertThat(object(withRecord("v=STSv1;"), "dns_record")).containsEntry("id", null);
    }

    @Test
    void rawIsDecodedWhereItIsUtf8() {
        assertThat(object(withRecord("v=STSv1; id=\u00C3\u00A4"), "dns_record"))
                .containsEntry("raw", "v=STSv1; id=ä")
                .containsEntry("id", "ä");
    }

    @Test
    void rawIsOneCharacterPerOctetWhereItIsNotUtf8() {
        assertThat(object(withRecord("v=STSv1; id=\u00C3("), "dns_record")).containsEntry("raw", "v=STSv1; id=\u00C3(");
    }

    @Test
    void rawJoinsTheStringsOfARecord() {
        Evidence split = evidence()
                .mtaStsTxt(Lookup.found(List.of(TxtRecord.of("v=STSv1; ", "id=", "1;"))))
                .build();

        assertThat(object(judge(split).toMap(), "dns_record")).containsEntry("raw", "v=STSv1; id=1;");
    }

    @Test
    void rawKeepsThePolicyAsItWasReceived() {
        String text = "version: STSv1\r\nmode: none \nmax_age: 5\n\n";

        assertThat(policy(text)).containsEntry("raw", text).containsEntry("valid", true);
    }

    @Test
    void anInvalidPolicyShowsWhatCouldBeRead() {
        assertThat(policy("version: STSv1\nmode: enforce\nmx: a.example.org\nmx: not a host\n"))
                .containsEntry("version", "STSv1")
                .containsEntry("mode", "enforce")
                .containsEntry("mx", List.of("a.example.org", "not a host"))
                .containsEntry("max_age", null)
                .containsEntry("valid", false);
    }

    @Test
    void theModeAtTheTopIsThePolicysAlsoWhenItIsInvalid() {
        assertThat(judge(serving("mode: testing\n")).toMap()).containsEntry("mode", "testing");
    }

    @Test
    void theModeAtTheTopIsOneOfTheThreeWordsOrNull() {
        Map<String, @Nullable Object> report =
                judge(serving("version: STSv1\nmode: Enforce\n")).toMap();

        assertThat(report).containsEntry("mode", null);
        assertThat(object(report, "policy")).containsEntry("mode", "Enforce");
    }

    @Test
    void theFirstOfDuplicateFieldsIsShown() {
        assertThat(policy("version: STSv1\nmode: none\nmode: enforce\nmax_age: 1\nmax_age: 2\n"))
                .containsEntry("mode", "none")
                .containsEntry("max_age", 1L);
    }

    @Test
    void aMaxAgeAboveTheMaximumIsKept() {
        assertThat(policy("version: STSv1\nmode: none\nmax_age: 9999999999\n")).containsEntry("max_age", 9999999999L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e3", "00000086400", "٦٠٤٨٠٠", "604800 s", ""})
    void aMaxAgeThatIsNotANumberIsNull(String maxAge) {
        assertThat(policy("version: STSv1\nmode: none\nmax_age: " + maxAge + "\n"))
                .containsEntry("max_age", null);
    }

    @Test
    void blankLinesAndOneFinalDotLeaveAPolicyValid() {
        assertThat(policy("version: STSv1\n\nmode: enforce\nmx: mail.example.org.\nmax_age: 604800\n"))
                .containsEntry("valid", true)
                .containsEntry("mx", List.of("mail.example.org."));
    }

    @Test
    void onlyAStatusOf200HasAPolicy() {
        PolicyResponse notFound = PolicyResponse.answer(404).build();

        assertThat(judge(evidence().policy(notFound).build()).toMap())
                .containsEntry("policy", null)
                .containsEntry("policy_url", "https://mta-sts.example.org/.well-known/mta-sts.txt");
    }

    @Test
    void theCertificateIsShownAlsoWhenItWasRefused() {
        PolicyResponse expired = PolicyResponse.builder(FetchStatus.TLS_EXPIRED)
                .certificate(HealthyDomain.certificate())
                .build();

        assertThat(judge(evidence().policy(expired).build()).toMap().get("certificate"))
                .isNotNull();
    }

    @Test
    void theDomainIsCanonical() {
        assertThat(judge(evidence().domain("Bücher.EXAMPLE.").build()).toMap())
                .containsEntry("domain", "xn--bcher-kva.example");
    }

    @Test
    void aNullMxHasNoHosts() {
        assertThat(withMx(new MxHost(0, "."))).containsEntry("mx", List.of());
    }

    @Test
    void aFailedLookupHasNoHosts() {
        Evidence failed =
                evidence().mx(Lookup.without(LookupStatus.TIMED_OUT, "")).build();

        assertThat(judge(failed).toMap()).containsEntry("mx", List.of());
    }

    @Test
    void hostsStandAsInTheDns() {
        assertThat(withMx(new MxHost(20, "MX.Example.org"), new MxHost(10, "mail.example.org"))
                        .get("mx"))
                .asString()
                .isEqualTo("[{host=MX.Example.org, preference=20, covered_by=null}, "
                        + "{host=mail.example.org, preference=10, covered_by=mail.example.org}]");
    }

    private static Map<String, @Nullable Object> withRecord(String octets) {
        return judge(evidence()
                        .mtaStsTxt(Lookup.found(List.of(new TxtRecord(List.of(Octets.ofLatin1(octets))))))
                        .build())
                .toMap();
    }

    private static Map<String, @Nullable Object> withMx(MxHost... hosts) {
        return judge(evidence().mx(Lookup.found(List.of(hosts))).build()).toMap();
    }

    private static Map<String, @Nullable Object> policy(String text) {
        return object(judge(serving(text)).toMap(), "policy");
    }
}
