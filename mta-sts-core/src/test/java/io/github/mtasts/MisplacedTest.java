package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.call.FakeAlarm;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.PublicSuffixes;
import io.github.mtasts.spi.TxtRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where people publish the two records by mistake: what is asked for, when, and what comes of it. */
class MisplacedTest {

    private static final List<String> OF_THE_RECORD =
            List.of("_mta-sts.example.org.example.org", "mta-sts.example.org", "_mta_sts.example.org");
    private static final List<String> OF_TLS_RPT = List.of(
            "_smtp._tls.example.org.example.org",
            "_tlsrpt.example.org",
            "_smtp-tlsrpt.example.org",
            "_smtp_tls.example.org",
            "example.org");
    private static final Lookup<TxtRecord> NONE = Lookup.without(LookupStatus.NO_SUCH_NAME, "");
    private static final Lookup<TxtRecord> RECORD = HealthyDomain.txt(HealthyDomain.RECORD);
    private static final Lookup<TxtRecord> TLS_RPT = HealthyDomain.txt(HealthyDomain.TLS_RPT);
    private static final Lookup<MxHost> HOSTS = OpenPorts.HOSTS;

    /** A list that knows one suffix of two labels. */
    private static final PublicSuffixes UK = name -> name.equals("co.uk")
            ? Optional.empty()
            : PublicSuffixes.ofOneLabel().registrableDomain(name);

    private final FakeAlarm alarm = new FakeAlarm();
    private final List<CompletableFuture<?>> elsewhere = new ArrayList<>();

    @Test
    void nothingElseIsAskedForWhereBothRecordsAre() {
        assertThat(misplaced(RECORD, TLS_RPT, HOSTS)).isEmpty();
    }

    @Test
    void aMissingRecordIsLookedForAtThreeNamesAndNotTheOtherOne() {
        assertThat(misplaced(NONE, TLS_RPT, HOSTS)).containsOnlyKeys(OF_THE_RECORD);
    }

    @Test
    void aMissingTlsRptRecordIsLookedForAtFiveNames() {
        assertThat(misplaced(RECORD, NONE, HOSTS)).containsOnlyKeys(OF_TLS_RPT);
    }

    @Test
    void unrelatedTextsAreNoRecord() {
        assertThat(misplaced(HealthyDomain.txt("v=spf1 -all"), TLS_RPT, HOSTS)).containsOnlyKeys(OF_THE_RECORD);
    }

    @Test
    void aRecordThatIsThereButInvalidIsNotLookedForElsewhere() {
        assertThat(misplaced(HealthyDomain.txt("V=STSV1; id=1"), TLS_RPT, HOSTS))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = LookupStatus.class,
            names = {"SERVER_FAILURE", "TIMED_OUT", "RESOLVER_UNREACHABLE"})
    void aLookupThatFailedProvesNoAbsence(LookupStatus status) {
        assertThat(misplaced(Lookup.without(status, ""), TLS_RPT, HOSTS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = LookupStatus.class,
            names = {"NO_SUCH_NAME", "SERVER_FAILURE", "TIMED_OUT", "RESOLVER_UNREACHABLE"})
    void aDomainThatMayNotExistIsLeftAlone(LookupStatus status) {
        assertThat(misplaced(NONE, NONE, Lookup.without(status, ""))).isEmpty();
    }

    @Test
    void aDomainThatAcceptsNoMailIsLeftAlone() {
        assertThat(misplaced(NONE, NONE, Lookup.found(List.of(new MxHost(0, ".")))))
                .isEmpty();
    }

    @Test
    void aDomainWithoutMxRecordsMayAcceptMailAllTheSame() {
        assertThat(misplaced(NONE, NONE, Lookup.without(LookupStatus.NO_RECORDS, "")))
                .hasSize(8);
    }

    @Test
    void aNameThatTheDnsCannotHaveIsNotAskedFor() {
        String domain = ("a".repeat(60) + ".").repeat(3) + "example";

        assertThat(check(domain, name -> NONE, HOSTS).evidence().misplaced())
                .doesNotContainKey("_mta-sts." + domain + "." + domain)
                .containsKey("_mta_sts." + domain);
    }

    @Test
    void withoutAListOfPublicSuffixesNoParentIsAsked() {
        assertThat(check("a.b.example.org", name -> NONE, HOSTS).evidence().misplaced())
                .doesNotContainKeys("_mta-sts.b.example.org", "_mta-sts.example.org");
    }

    @Test
    void withOneTheNearestParentAndTheRegisteredOneAreAsked() {
        assertThat(withSuffixes("a.b.example.org", name -> NONE).evidence().misplaced())
                .hasSize(10)
                .containsKeys("_mta-sts.b.example.org", "_mta-sts.example.org")
                .doesNotContainKey("_mta-sts.org");
        assertThat(withSuffixes("example.org", name -> NONE).evidence().misplaced())
                .hasSize(8);
    }

    @Test
    void aParentsRecordIsToldToBeOfNoUse() {
        MtaStsReport report =
                withSuffixes("mail.example.org", name -> name.equals("_mta-sts.example.org") ? RECORD : NONE);

        assertThat(report.issues()).extracting(Issue::code).doesNotContain(IssueCode.RECORD_MISPLACED);
        assertThat(report.issues())
                .filteredOn(issue -> issue.code() == IssueCode.RECORD_NOT_FOUND)
                .extracting(Issue::message)
                .singleElement()
                .asString()
                .contains("example.org has an MTA-STS record, but a policy covers its own domain alone");
    }

    @Test
    void aListOfPublicSuffixesKnowsWildcardsForEverybodysHosts() {
        Evidence evidence = HealthyDomain.serving(
                HealthyDomain.POLICY.replace("mx: mail", "mx: *.co.uk\r\nmx: *.net\r\nmx: *.mail.co.uk\r\nmx: mail"));

        assertThat(broad(MtaStsReport.of(evidence, Thresholds.recommended())))
                .containsExactly("The pattern \"*.net\" trusts every host name directly below net,"
                        + " where anybody can register one.");
        assertThat(broad(MtaStsReport.of(evidence, Thresholds.recommended(), UK)))
                .hasSize(2)
                .anyMatch(message -> message.contains("*.co.uk"));
    }

    @Test
    void whatFailsThereSaysNothing() {
        MtaStsReport report = check(
                "example.org",
                name -> name.equals("_mta-sts.example.org") || name.equals("_smtp._tls.example.org")
                        ? NONE
                        : Lookup.without(LookupStatus.SERVER_FAILURE, ""),
                HOSTS);

        assertThat(report.issues()).extracting(issue -> issue.code().name()).noneMatch(code -> code.contains("LOOKUP"));
    }

    @Test
    void theLookupsHaveTheirOwnDeadline() {
        OpenPorts ports = new OpenPorts();
        CompletableFuture<MtaStsReport> report = silentElsewhere(ports);

        alarm.pass(Duration.ofSeconds(10));

        assertThat(report.join().evidence().misplaced())
                .hasSize(5)
                .allSatisfy((name, lookup) -> assertThat(lookup.status()).isEqualTo(LookupStatus.TIMED_OUT));
        assertThat(alarm.pending()).isZero();
    }

    @Test
    void cancellingLetsGoOfThemToo() {
        silentElsewhere(new OpenPorts()).cancel(true);

        assertThat(alarm.pending()).isZero();
        assertThat(elsewhere).hasSize(5).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void theDeadlineOfTheCheckEndsThemToo() {
        CompletableFuture<MtaStsReport> report = silentElsewhere(new OpenPorts());

        alarm.pass(Duration.ofSeconds(30));

        assertThat(report).isDone();
        assertThat(elsewhere).hasSize(5).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void theTextThatWasFoundIsTheOneToPublish() {
        MtaStsReport report = check(
                "example.org",
                name -> switch (name) {
                    case "_mta_sts.example.org" -> HealthyDomain.txt("v=STSv1; id=1; foo=bar");
                    case "_tlsrpt.example.org" -> HealthyDomain.txt("v=TLSRPTv1; rua=mailto:reports@example.org;");
                    default -> NONE;
                },
                HOSTS);

        assertThat(publish(report, Advice.PUBLISH_TLS_RPT)).isEqualTo("v=TLSRPTv1; rua=mailto:reports@example.org;");
        assertThat(publish(report, Advice.PUBLISH_RECORD))
                .startsWith("v=STSv1; id=2")
                .endsWith("; foo=bar");
    }

    @Test
    void aFaultyTextThatWasFoundIsRepairedOnItsWay() {
        MtaStsReport report = check(
                "example.org",
                name -> name.equals("example.org") ? HealthyDomain.txt("v=TLSRPTv1; rua=a@example.org") : NONE,
                HOSTS);

        assertThat(publish(report, Advice.PUBLISH_TLS_RPT)).contains("rua=mailto:a@example.org");
    }

    private static String publish(MtaStsReport report, Advice code) {
        return report.recommendations().stream()
                .filter(advice -> advice.code() == code)
                .findFirst()
                .flatMap(Recommendation::publish)
                .orElseThrow();
    }

    private CompletableFuture<MtaStsReport> silentElsewhere(OpenPorts ports) {
        CompletableFuture<MtaStsReport> report = ports.builder()
                .resolver(
                        name -> name.equals("_mta-sts.example.org") || name.equals("_smtp._tls.example.org")
                                ? ports.resolveTxt(name)
                                : opened(),
                        ports)
                .build(Runnable::run, alarm)
                .checkAsync("example.org");
        ports.answerTheRest();
        assertThat(report).isNotDone();
        return report;
    }

    private CompletableFuture<Lookup<TxtRecord>> opened() {
        CompletableFuture<Lookup<TxtRecord>> lookup = new CompletableFuture<>();
        elsewhere.add(lookup);
        return lookup;
    }

    private Map<String, Lookup<TxtRecord>> misplaced(
            Lookup<TxtRecord> record, Lookup<TxtRecord> tlsRpt, Lookup<MxHost> hosts) {
        return check(
                        "example.org",
                        name -> name.equals("_mta-sts.example.org")
                                ? record
                                : name.equals("_smtp._tls.example.org") ? tlsRpt : NONE,
                        hosts)
                .evidence()
                .misplaced();
    }

    private static List<String> broad(MtaStsReport report) {
        return report.issues().stream()
                .filter(issue -> issue.code() == IssueCode.POLICY_MX_BROAD)
                .map(Issue::message)
                .toList();
    }

    private MtaStsReport check(String domain, Function<String, Lookup<TxtRecord>> txt, Lookup<MxHost> hosts) {
        return builder(txt, hosts).build(Runnable::run, alarm).check(domain);
    }

    private MtaStsReport withSuffixes(String domain, Function<String, Lookup<TxtRecord>> txt) {
        return builder(txt, HOSTS)
                .publicSuffixes(UK)
                .build(Runnable::run, alarm)
                .check(domain);
    }

    private static MtaStsCheckerBuilder builder(Function<String, Lookup<TxtRecord>> txt, Lookup<MxHost> hosts) {
        return MtaStsChecker.builder()
                .resolver(
                        name -> CompletableFuture.completedFuture(txt.apply(name)),
                        name -> CompletableFuture.completedFuture(hosts))
                .policyFetcher(url -> CompletableFuture.completedFuture(OpenPorts.POLICY));
    }
}
