package io.github.mtasts;

import static io.github.mtasts.HealthyDomain.evidence;
import static io.github.mtasts.HealthyDomain.judge;
import static io.github.mtasts.HealthyDomain.served;
import static io.github.mtasts.HealthyDomain.serving;
import static io.github.mtasts.HealthyDomain.txt;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact text to publish, and its place. */
class AdviceTextsTest {

    private static final String POLICY_URL = "https://mta-sts.example.org/.well-known/mta-sts.txt";

    private final Evidence.Builder nothing = evidence()
            .mtaStsTxt(Lookup.without(LookupStatus.NO_SUCH_NAME, ""))
            .tlsRptTxt(Lookup.without(LookupStatus.NO_SUCH_NAME, ""))
            .policy(PolicyResponse.without(FetchStatus.HOST_NOT_FOUND, ""));

    @Test
    void theFirstRecordHasAnIdMadeOfTheTime() {
        assertThat(advice(nothing.build(), Advice.PUBLISH_RECORD))
                .isEqualTo(text("_mta-sts.example.org", "v=STSv1; id=20261123T120000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "+10000-01-01T00:00:00Z"})
    void atATimeThatMakesNoIdTheIdIsValidAllTheSame(Instant at) {
        assertThat(advice(nothing.checkedAt(at).build(), Advice.PUBLISH_RECORD))
                .isEqualTo(text("_mta-sts.example.org", "v=STSv1; id=19700101T000000"));
    }

    @Test
    void theFirstPolicyIsInTestingAndNamesTheLiveHosts() {
        Evidence twoHosts = nothing.mx(Lookup.found(List.of(
                        new MxHost(10, "MX1.example.net."),
                        new MxHost(20, "mx2.example.net"),
                        new MxHost(30, "mx2.example.net"))))
                .build();

        assertThat(advice(twoHosts, Advice.PUBLISH_POLICY))
                .isEqualTo(text(
                        POLICY_URL,
                        HealthyDomain.POLICY
                                .replace("enforce", "testing")
                                .replace("mail.example.org", "mx1.example.net\r\nmx: mx2.example.net")));
    }

    @Test
    void withoutMxRecordsTheFirstPolicyNamesTheDomain() {
        Evidence noMx = nothing.mx(Lookup.without(LookupStatus.NO_RECORDS, "")).build();

        assertThat(advice(noMx, Advice.PUBLISH_POLICY))
                .isEqualTo(
                        text(POLICY_URL, "version: STSv1\r\nmode: testing\r\nmx: example.org\r\nmax_age: 604800\r\n"));
    }

    @Test
    void aPolicyForHostsThatNobodyKnowsHasNoText() {
        Evidence unknown =
                nothing.mx(Lookup.without(LookupStatus.TIMED_OUT, "")).build();

        assertThat(advice(unknown, Advice.PUBLISH_POLICY)).isEqualTo(new Text(Optional.empty(), Optional.empty()));
    }

    @Test
    void theTlsRptRecordHasAPlaceholderInTheDomain() {
        assertThat(advice(nothing.build(), Advice.PUBLISH_TLS_RPT))
                .isEqualTo(text("_smtp._tls.example.org", "v=TLSRPTv1; rua=mailto:tlsrpt@example.org"));
    }

    @Test
    void aRepairedRecordKeepsItsId() {
        Evidence faulty = evidence().mtaStsTxt(txt("V=STSv1; id=abc")).build();

        assertThat(advice(faulty, Advice.FIX_RECORD)).isEqualTo(text("_mta-sts.example.org", "v=STSv1; id=abc"));
    }

    @Test
    void aRecordWithoutAGoodIdGetsAFreshOne() {
        Evidence faulty = evidence().mtaStsTxt(txt("v=STSv1; id=2026-11-01")).build();

        assertThat(advice(faulty, Advice.FIX_RECORD))
                .isEqualTo(text("_mta-sts.example.org", "v=STSv1; id=20261123T120000"));
    }

    @Test
    void ofSeveralRecordsNoneIsTheOneSoTheIdIsFresh() {
        Evidence several =
                evidence().mtaStsTxt(txt("v=STSv1; id=a; x=1", "v=STSv1; id=b")).build();

        assertThat(advice(several, Advice.FIX_RECORD))
                .isEqualTo(text("_mta-sts.example.org", "v=STSv1; id=20261123T120000; x=1"));
    }

    @Test
    void aRepairedTlsRptRecordKeepsItsGoodAddress() {
        Evidence faulty =
                evidence().tlsRptTxt(txt("v=TLSRPTv1; rua=tls@example.net")).build();

        assertThat(advice(faulty, Advice.FIX_TLS_RPT))
                .isEqualTo(text("_smtp._tls.example.org", "v=TLSRPTv1; rua=mailto:tls@example.net"));
    }

    @Test
    void missingHostsComeBehindTheLastMxLineInTheFilesOwnLineEnds() {
        Evidence uncovered = serving("version: STSv1\nmode: enforce\nmx: mx.example.net\nx-note: ü\nmax_age: 604800\n");

        assertThat(advice(uncovered, Advice.ADD_MX_PATTERNS))
                .isEqualTo(
                        text(
                                POLICY_URL,
                                "version: STSv1\nmode: enforce\nmx: mx.example.net\nmx: mail.example.org\nx-note: ü\nmax_age: 604800\n"));
    }

    @Test
    void anMxLineThatEndsTheFileWithoutLineEndGetsOne() {
        Evidence uncovered = serving("version: STSv1\nmode: enforce\nmax_age: 604800\nmx: mx.example.net");

        assertThat(advice(uncovered, Advice.ADD_MX_PATTERNS).publish())
                .hasValue("version: STSv1\nmode: enforce\nmax_age: 604800\nmx: mx.example.net\nmx: mail.example.org\n");
    }

    @Test
    void aRaisedMaxAgeLeavesAllElseAsItWas() {
        Evidence brief = serving("version:STSv1\r\nmode:\tenforce \r\nmax_age:  60\t\r\nmx: mail.example.org");

        assertThat(advice(brief, Advice.RAISE_MAX_AGE))
                .isEqualTo(text(
                        POLICY_URL, "version:STSv1\r\nmode:\tenforce \r\nmax_age:  604800\t\r\nmx: mail.example.org"));
    }

    @Test
    void enforceChangesTheModeAlone() {
        Evidence testing = serving(HealthyDomain.POLICY.replace("enforce", "testing"));

        assertThat(advice(testing, Advice.MOVE_TO_ENFORCE)).isEqualTo(text(POLICY_URL, HealthyDomain.POLICY));
    }

    @Test
    void eachPolicyBuildsOnTheOneBeforeIt() {
        Evidence both = serving("version: STSv1\nmode: testing\nmx: mail.example.org\nmax_age: 60\n");

        assertThat(advice(both, Advice.MOVE_TO_ENFORCE).publish())
                .hasValue("version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n");
    }

    @Test
    void anInvalidShortPolicyIsRepairedFirstAndRaisedThen() {
        Evidence both = serving("version: STSv1\nMode: enforce\nmx: mail.example.org\nmax_age: 60\n");

        assertThat(advice(both, Advice.FIX_POLICY).publish())
                .hasValue("version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 60\n");
    }

    @Test
    void adviceWithoutATextHasNoPlace() {
        assertThat(advice(serving("version: STSv1\nmode: none\nmax_age: 60\n"), Advice.RETIRE_SAFELY))
                .isEqualTo(new Text(Optional.empty(), Optional.empty()));
    }

    @Test
    void unusedPatternsAreNamedOnce() {
        Evidence unused = serving(HealthyDomain.POLICY + "mx: a.example.org\r\nmx: A.example.org\r\n");

        assertThat(judge(unused).recommendations())
                .extracting(Recommendation::message)
                .containsExactly(
                        "No current MX host matches these patterns: a.example.org."
                                + " If their hosts are gone for good, their mx lines can go, and the record's id changes with them.");
    }

    @Test
    void aChangedPolicyHasARecordWithAFreshIdAndTheSameExtensions() {
        Evidence testing = evidence()
                .policy(served(HealthyDomain.POLICY.replace("enforce", "testing")))
                .mtaStsTxt(txt("v=STSv1; id=1; x=2"))
                .build();

        assertThat(advice(testing, Advice.UPDATE_ORDER))
                .isEqualTo(text("_mta-sts.example.org", "v=STSv1; id=20261123T120000; x=2"));
    }

    @Test
    void aFreshIdIsNeverOneThatIsPublished() {
        Evidence testing = evidence()
                .policy(served(HealthyDomain.POLICY.replace("enforce", "testing")))
                .mtaStsTxt(txt("v=STSv1; id=20261123T120000"))
                .build();

        assertThat(advice(testing, Advice.UPDATE_ORDER).publish()).hasValue("v=STSv1; id=20261123T115959");
    }

    @Test
    void aPolicyThatComesBackHasANewIdToo() {
        Evidence gone = evidence()
                .policy(PolicyResponse.without(FetchStatus.HOST_NOT_FOUND, ""))
                .build();

        assertThat(advice(gone, Advice.UPDATE_ORDER).publish()).hasValue("v=STSv1; id=20261123T120000");
    }

    @Test
    void aFaultyRecordIsRepairedWithTheIdThatTheNewPolicyNeeds() {
        Evidence both = evidence()
                .policy(served(HealthyDomain.POLICY.replace("604800", "60")))
                .mtaStsTxt(txt("v=STSv1 ; id=1; x=2"))
                .build();

        assertThat(advice(both, Advice.FIX_RECORD).publish()).hasValue("v=STSv1; id=20261123T120000; x=2");
        assertThat(advice(both, Advice.UPDATE_ORDER).publish()).hasValue("v=STSv1; id=20261123T120000; x=2");
    }

    @Test
    void nothingIsPublishedBesideACname() {
        Evidence alias = evidence()
                .mtaStsTxt(txt("v=STSv1; id=a-b").withAliases(List.of("a.example.net", "b.example.net")))
                .tlsRptTxt(
                        Lookup.<TxtRecord>without(LookupStatus.NO_RECORDS, "").withAliases(List.of("c.example.net")))
                .build();

        assertThat(advice(alias, Advice.FIX_RECORD).where()).hasValue("b.example.net");
        assertThat(advice(alias, Advice.PUBLISH_TLS_RPT).where()).hasValue("c.example.net");
    }

    private static Text advice(Evidence evidence, Advice code) {
        return judge(evidence).recommendations().stream()
                .filter(advice -> advice.code() == code)
                .map(advice -> new Text(advice.where(), advice.publish()))
                .findFirst()
                .orElseThrow();
    }

    private static Text text(String where, String publish) {
        return new Text(Optional.of(where), Optional.of(publish));
    }

    private record Text(Optional<String> where, Optional<String> publish) {}
}
