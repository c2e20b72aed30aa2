package io.github.mtasts.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.MtaStsSenderBuilder;
import io.github.mtasts.sender.OperatorRule;
import io.github.mtasts.sender.OperatorRules;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.testing.FakePolicies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer to Postfix, by what a domain publishes. */
class PolicyMapTest {

    private static final String DOMAIN = "example.org";
    private static final TlsaRecord USABLE = new TlsaRecord(3, 1, 1, "8d".repeat(32));
    private static final TlsaRecord PKIX = new TlsaRecord(1, 1, 1, "8d".repeat(32));

    private FakeDns dns = FakeDns.with().txt("_mta-sts.example.org", "v=STSv1; id=1");
    private FakePolicies policies = FakePolicies.with();
    private OperatorRules rules = OperatorRules.of(Map.of());
    private boolean dane;

    // RFC 8461 §3.4: a policy is one of a domain; the keys are those of smtp_tls_policy_maps
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ".example.org",
                "[mx.example.org]",
                "[mx.example.org]:25",
                "example.org:25",
                "example.org:submission",
                "[192.0.2.1]",
                "192.0.2.1",
                "[IPv6:2001:db8::1]",
                "2001:db8::1",
                "/var/run/dovecot/lmtp",
                "user@example.org",
                "exa mple.org",
                "*"
            })
    void whatIsNotADomainIsNotFoundWithoutALookup(String key) {
        dns = dns.fails("_mta-sts.example.org", LookupStatus.TIMED_OUT);

        assertThat(answer(key)).isEqualTo(Answer.of(AnswerReason.NO_DOMAIN));
        assertThat(find(key).decision()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Example.ORG", "example.org."})
    void aDomainIsOneInAnySpelling(String key) {
        policy("enforce", "mx.example.org");
        dns = dns.mx(DOMAIN, 10, "mx.example.org");

        assertThat(answer(key).reason()).isEqualTo(AnswerReason.ENFORCED);
    }

    @Test
    void aDomainInUtf8IsTheOneOfItsALabels() {
        Octets octets = Octets.of("b\u00FCcher.example");
        dns = FakeDns.with()
                .txt("_mta-sts.xn--bcher-kva.example", "v=STSv1; id=1")
                .mx("xn--bcher-kva.example", 10, "mx.example.org");
        policies = FakePolicies.with()
                .policy(
                        "xn--bcher-kva.example",
                        read("enforce", "mx.example.org").toText());

        assertThat(map(sender().build(), dns).answer(octets).join().text()).startsWith("secure match=mx.example.org ");
    }

    @Test
    void whatPostfixMayUnderstandAndThisServerDoesNotIsNeverNotFound() {
        assertThat(answer("b\u00FCcher.example\uFFFD")).isEqualTo(Answer.of(AnswerReason.UNCLEAR_DOMAIN));
    }

    @Test
    void enforcedNamesTheCoveredHostsByPreference() {
        policy("enforce", "*.example.org", "mx.backup.example");
        dns = dns.mx(DOMAIN, 20, "mx.backup.example")
                .mx(DOMAIN, 10, "MX1.Example.ORG")
                .mx(DOMAIN, 5, "mx.stranger.example");

        assertThat(answer())
                .isEqualTo(new Answer(
                        AnswerReason.ENFORCED, "secure match=mx1.example.org:mx.backup.example servername=hostname"));
    }

    // §4.1: the asterisk is one label
    @Test
    void aWildcardCoversNoDeeperHost() {
        policy("enforce", "*.example.org");
        dns = dns.mx(DOMAIN, 10, "a.b.example.org");

        assertThat(answer()).isEqualTo(Answer.of(AnswerReason.NONE_COVERED));
    }

    @Test
    void withoutMxRecordsTheDomainIsItsOwnHost() {
        policy("enforce", DOMAIN);

        assertThat(answer().text()).isEqualTo("secure match=example.org servername=hostname");
    }

    @Test
    void aNullMxIsNotCovered() {
        policy("enforce", "mx.example.org");
        dns = dns.mx(DOMAIN, 0, ".");

        assertThat(answer().kind()).isEqualTo(Answer.Kind.TEMP);
    }

    // an MX record is written by strangers, and a wildcard takes any label
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x servername=evil.example.example.org",
                "a:mx.stranger.example.org",
                "{a}.example.org",
                "a,b.example.org",
                "\u0000.example.org",
                "a\nb.example.org",
                "_mx.example.org"
            })
    void aHostThatIsNotANameIsNeverNamedToPostfix(String host) {
        policy("enforce", "*.example.org");
        MxResolver strange = domain -> CompletableFuture.completedFuture(Lookup.found(List.of(new MxHost(10, host))));

        try (MtaStsSender sender = sender().build()) {
            assertThat(map(sender, strange).find(DOMAIN).join().answer())
                    .isEqualTo(Answer.of(AnswerReason.NONE_COVERED));
        }
    }

    @ParameterizedTest
    @CsvSource({"SERVER_FAILURE", "TIMED_OUT", "RESOLVER_UNREACHABLE"})
    void anEnforcedDomainWhoseMxLookupFailsWaits(LookupStatus status) {
        policy("enforce", "mx.example.org");
        dns = dns.fails(DOMAIN, status);

        assertThat(answer()).isEqualTo(Answer.of(AnswerReason.MX_LOOKUP_FAILED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"testing", "none"})
    void otherModesAreNotFoundWithoutALookUpOfHosts(String mode) {
        policy(mode, "mx.example.org");
        dns = dns.fails(DOMAIN, LookupStatus.TIMED_OUT);

        assertThat(answer()).isEqualTo(Answer.of(AnswerReason.NOT_ENFORCED));
    }

    // §3.3: without a policy, as if there were no MTA-STS
    @Test
    void withoutAPolicyMailGoesOn() {
        policies = policies.response(DOMAIN, PolicyResponse.without(FetchStatus.TIMED_OUT, ""));
        assertThat(answer()).isEqualTo(Answer.of(AnswerReason.NOT_ENFORCED));

        dns = FakeDns.with().fails("_mta-sts.example.org", LookupStatus.SERVER_FAILURE);
        assertThat(answer()).isEqualTo(Answer.of(AnswerReason.NOT_ENFORCED));
    }

    @Test
    void theOperatorCanSkipADomain() {
        policy("enforce", "mx.example.org");
        rules = OperatorRules.of(Map.of(DOMAIN, OperatorRule.skip()));
        dane = true;
        signed(USABLE);

        assertThat(answer()).isEqualTo(Answer.of(AnswerReason.NOT_ENFORCED));
    }

    @Test
    void theOperatorCanPinAPolicy() {
        rules = OperatorRules.of(Map.of(".org", OperatorRule.pin(read("enforce", "mx.example.org"))));
        dns = FakeDns.with().mx(DOMAIN, 10, "mx.example.org");

        assertThat(answer().text()).startsWith("secure match=mx.example.org ");
    }

    // RFC 8461 §2: MTA-STS never overrides DANE
    @Test
    void daneOnEveryHostIsDaneOnlyWhateverThePolicySays() {
        dane = true;
        signed(USABLE);
        for (String mode : new String[] {"enforce", "testing", "none"}) {
            policy(mode, "mx.elsewhere.example");

            assertThat(answer()).isEqualTo(new Answer(AnswerReason.DANE, "dane-only"));
        }
    }

    @Test
    void daneOnSomeHostsIsDane() {
        dane = true;
        signed(USABLE);
        second();

        assertThat(answer()).isEqualTo(new Answer(AnswerReason.PARTLY_DANE, "dane"));
    }

    // at level dane, Postfix may send to the host without TLSA records in the clear, which the policy forbids
    @Test
    void daneOnSomeHostsOfAnEnforcedDomainIsDaneOnly() {
        dane = true;
        signed(USABLE);
        second();
        policy("enforce", "*.example.org");

        assertThat(answer()).isEqualTo(new Answer(AnswerReason.PARTLY_DANE_ENFORCED, "dane-only"));
    }

    @Test
    void tlsaRecordsThatAreNotUsableLeaveThePolicyInForce() {
        dane = true;
        signed(PKIX);
        policy("enforce", "mx.example.org");

        assertThat(answer().text()).isEqualTo("secure match=mx.example.org servername=hostname");
    }

    // RFC 7672 §2.1.2
    @Test
    void tlsaRecordsThatCannotBeLookedUpMakeMailWait() {
        dane = true;
        signed(USABLE);
        dns = dns.fails("_25._tcp.mx.example.org", LookupStatus.SERVER_FAILURE);

        assertThat(answer()).isEqualTo(Answer.of(AnswerReason.DANE_UNKNOWN));
    }

    @Test
    void withoutATrustedResolverThereIsNoDane() {
        signed(USABLE);
        policy("enforce", "mx.example.org");

        assertThat(answer().reason()).isEqualTo(AnswerReason.ENFORCED);
    }

    @Test
    void aSenderThatIsClosedMakesMailWait() {
        MtaStsSender sender = sender().build();
        sender.close();

        assertThat(map(sender, dns).answer(Octets.of(DOMAIN)).join()).isEqualTo(Answer.of(AnswerReason.STOPPING));
    }

    private void signed(TlsaRecord tlsa) {
        dns = dns.mx(DOMAIN, 10, "mx.example.org")
                .address("mx.example.org", "192.0.2.1")
                .tlsa("_25._tcp.mx.example.org", tlsa)
                .ttl("_25._tcp.mx.example.org", Duration.ofMinutes(5))
                .signed(DOMAIN);
    }

    private void second() {
        dns = dns.mx(DOMAIN, 20, "mx2.example.org").address("mx2.example.org", "192.0.2.2");
    }

    private void policy(String mode, String... mx) {
        policies = FakePolicies.with().policy(DOMAIN, read(mode, mx).toText());
    }

    private static StsPolicy read(String mode, String... mx) {
        return StsPolicy.parse(
                        "version: STSv1\nmode: " + mode + "\nmx: " + String.join("\nmx: ", mx) + "\nmax_age: 604800\n")
                .value()
                .orElseThrow();
    }

    private Answer answer() {
        return answer(DOMAIN);
    }

    private Answer answer(String key) {
        return find(key).answer();
    }

    private Explanation find(String key) {
        try (MtaStsSender sender = sender().build()) {
            return map(sender, dns).find(key).join();
        }
    }

    private PolicyMap map(MtaStsSender sender, MxResolver mx) {
        return new PolicyMap(sender, new MxLookups(mx, () -> 0), new TlsPolicy(false), dane);
    }

    private MtaStsSenderBuilder sender() {
        MtaStsSenderBuilder builder =
                MtaStsSender.builder().resolver(dns).policyFetcher(policies).rules(rules);
        return dane ? builder.dane(dns) : builder;
    }
}
