package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.Advice;
import io.github.mtasts.Evidence;
import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Recommendation;
import io.github.mtasts.Thresholds;
import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.Subject;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.testing.MtaStsWorld;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refused vector of the parsers: published in the world, repaired as the report says, and checked again. */
class RepublishedTest {

    private static final String DOMAIN = "example.org";
    private static final MtaStsWorld WORLD = MtaStsWorld.start();
    private static final DnsjavaResolver DNS = DnsjavaResolver.at(WORLD.dns());
    private static final OkHttpPolicyFetcher FETCHER = OkHttpPolicyFetcher.builder(DNS)
            .port(WORLD.httpsPort())
            .trust(WORLD.ca())
            .allowAddresses(InetAddress::isLoopbackAddress)
            .build();
    private static final MtaStsChecker CHECKER =
            MtaStsChecker.builder().resolver(DNS).policyFetcher(FETCHER).build();

    static Stream<Vector> policies() {
        return refused(VectorFile.POLICY).filter(vector -> vector.octets().length() <= 65_536);
    }

    static Stream<Vector> records() {
        return refused(VectorFile.STS_RECORD);
    }

    static Stream<Vector> tlsRptRecords() {
        return refused(VectorFile.TLSRPT_RECORD);
    }

    private static Stream<Vector> refused(VectorFile file) {
        return file.vectors().stream().filter(Vector::isRefused);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("policies")
    void aRepairedPolicyHasNoErrorAndKeepsWhatWasRight(Vector vector) {
        MtaStsReport before = seen(vector.octets(), record(), tlsRpt());
        String repaired = published(before, Set.of(Advice.FIX_POLICY, Advice.PUBLISH_POLICY));

        MtaStsReport after = check(Octets.of(repaired), record(), tlsRpt());

        assertThat(errors(after, "POLICY_", "FETCH_")).isEmpty();
        assertThat(before.mode().isEmpty() || before.mode().equals(after.mode()))
                .as("mode is kept")
                .isTrue();
        List<String> faultless = faultless(before);
        assertThat(repaired.lines().filter(faultless::contains).toList()).isEqualTo(faultless);
        assertThat(hosts(after)).containsAll(hosts(before));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void aRepairedRecordHasNoErrorAndKeepsAGoodId(Vector vector) {
        MtaStsReport before = seen(policy(), vector.octets(), tlsRpt());
        String repaired = published(before, Set.of(Advice.FIX_RECORD, Advice.PUBLISH_RECORD));

        MtaStsReport after = check(policy(), Octets.of(repaired), tlsRpt());

        assertThat(errors(after, "RECORD_")).isEmpty();
        String id = before.record()
                .flatMap(record -> record.field("id"))
                .map(Field::value)
                .orElse("");
        boolean good = !id.isEmpty() && id.length() <= 32 && Chars.isAlphanumeric(id);
        assertThat(!good
                        || after.record()
                                .flatMap(Parsed::value)
                                .orElseThrow()
                                .id()
                                .equals(id))
                .as("id " + id)
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tlsRptRecords")
    void aRepairedTlsRptRecordHasNoError(Vector vector) {
        MtaStsReport before = seen(policy(), record(), vector.octets());
        String repaired = published(before, Set.of(Advice.FIX_TLS_RPT, Advice.PUBLISH_TLS_RPT));

        MtaStsReport after = check(policy(), record(), Octets.of(repaired));

        assertThat(errors(after, "TLSRPT_")).isEmpty();
        assertThat(after.tlsRpt().flatMap(Parsed::value)).isPresent();
    }

    /** What the report says of the faulty text. */
    private static MtaStsReport seen(Octets policy, Octets record, Octets tlsRpt) {
        Evidence evidence = Evidence.builder()
                .domain(DOMAIN)
                .mtaStsTxt(Lookup.found(List.of(txt(record))))
                .tlsRptTxt(Lookup.found(List.of(txt(tlsRpt))))
                .mx(Lookup.found(List.of(new MxHost(10, "mail.example.com"), new MxHost(20, "mx2.example.com"))))
                .policy(PolicyResponse.answer(200)
                        .contentType("text/plain")
                        .body(policy)
                        .build())
                .build();
        return MtaStsReport.of(evidence, Thresholds.recommended());
    }

    /** What it says when the repaired text is published. */
    private static MtaStsReport check(Octets policy, Octets record, Octets tlsRpt) {
        WORLD.domain(DOMAIN).mx("mail.example.com", "mx2.example.com").policy(policy.bytes());
        WORLD.name("_mta-sts." + DOMAIN).txt(txt(record));
        WORLD.name("_smtp._tls." + DOMAIN).txt(txt(tlsRpt));
        return CHECKER.check(DOMAIN);
    }

    /** Character-strings hold 255 octets. */
    private static TxtRecord txt(Octets octets) {
        String text = octets.latin1();
        return new TxtRecord(IntStream.rangeClosed(0, text.length() / 255)
                .mapToObj(i -> text.substring(i * 255, Math.min(text.length(), (i + 1) * 255)))
                .map(Octets::ofLatin1)
                .toList());
    }

    private static Octets policy() {
        return Octets.of("version: STSv1\nmode: enforce\nmx: *.example.com\nmax_age: 604800\n");
    }

    private static Octets record() {
        return Octets.of("v=STSv1; id=1");
    }

    private static Octets tlsRpt() {
        return Octets.of("v=TLSRPTv1; rua=mailto:tls@example.org");
    }

    private static String published(MtaStsReport report, Set<Advice> advice) {
        return report.recommendations().stream()
                .filter(one -> advice.contains(one.code()))
                .map(Recommendation::publish)
                .flatMap(publish -> publish.stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no text to publish in " + report.recommendations()));
    }

    private static List<Issue> errors(MtaStsReport report, String... families) {
        return report.issues().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .filter(issue -> Stream.of(families).anyMatch(issue.code().name()::startsWith))
                .toList();
    }

    /** No line of it is one of a policy. */
    private static boolean isAnotherText(Issue issue) {
        return issue.code() == IssueCode.FETCH_HTML_BODY
                || (issue.code() == IssueCode.POLICY_OTHER_TEXT && issue.span().isEmpty());
    }

    /** The lines without a fault, in their order; the version's, which comes first in a repaired policy, left out. */
    private static List<String> faultless(MtaStsReport report) {
        Parsed<StsPolicy> policy = report.policy().orElseThrow();
        boolean readable = policy.issues().stream().noneMatch(RepublishedTest::isAnotherText)
                && !new StsPolicyParser(policy.text()).saysNothing();
        Set<Integer> faulty = report.issues().stream()
                .filter(issue -> issue.subject() == Subject.POLICY && issue.severity() != Severity.INFO)
                .flatMap(issue -> issue.span().stream())
                .map(span -> span.line())
                .collect(Collectors.toSet());
        Set<String> mx = new HashSet<>();
        List<String> lines = List.of(policy.text().latin1().split("\r?\n"));
        return IntStream.rangeClosed(1, readable ? lines.size() : 0)
                .filter(number -> !faulty.contains(number))
                .mapToObj(number -> lines.get(number - 1))
                .filter(line -> line.indexOf('\r') < 0 && !line.startsWith("version:"))
                .filter(line -> StsPolicy.parse(Octets.ofLatin1(line)).issues().stream()
                        .noneMatch(issue -> issue.severity() == Severity.ERROR
                                && issue.span().isPresent()))
                .filter(line -> !line.isBlank())
                .filter(line -> !line.startsWith("mx:") || mx.add(line))
                .map(line -> Octets.ofLatin1(line).decoded())
                .toList();
    }

    private static Set<String> hosts(MtaStsReport report) {
        return report.policy().orElseThrow().fields().stream()
                .filter(field -> field.name().equals("mx") && MxPattern.isPattern(field.value()))
                .filter(field -> !HostNames.isIpv4(field.value()))
                .map(field -> new MxPattern(field.value()).canonical())
                .collect(Collectors.toSet());
    }

    @AfterAll
    static void close() {
        FETCHER.close();
        DNS.close();
        WORLD.close();
    }
}
