package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.Subject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whoever publishes a repaired text is asked for no further one: no fault is left in it, and what was right is kept. */
class CleanRepairTest {

    private static final List<String> HOSTS = List.of("live.example.net");
    private static final String ADDRESS = "mailto:fresh@example.net";
    private static final String POLICY =
            "version: STSv1\nmode: %s\nmx: mail.example.com\nmx: *.mail.example.com\nmax_age: 1209600\nx-note: hello\n";
    private static final String RECORD = "v=STSv1; id=a1; foo=bar";
    private static final String TLSRPT = "v=TLSRPTv1; rua=mailto:a@example.com,https://r.example.com/v1; foo=bar";

    /** A good text, and what was done to it. */
    record Spoilt(String good, List<Fault> faults) {

        String text() {
            String text = good;
            for (Fault fault : faults) {
                text = fault.change().apply(text);
            }
            return text;
        }

        boolean hasNone(String... codes) {
            return faults.stream()
                    .map(Fault::toString)
                    .noneMatch(code -> Arrays.stream(codes).anyMatch(code::startsWith));
        }
    }

    private static Arbitrary<Spoilt> spoilt(Arbitrary<String> texts, List<Fault> faults) {
        return Combinators.combine(
                        texts, Arbitraries.of(faults).list().ofMinSize(1).ofMaxSize(3))
                .as(Spoilt::new);
    }

    @Provide
    Arbitrary<Spoilt> policies() {
        Arbitrary<String> texts = Combinators.combine(
                        Arbitraries.of("enforce", "testing", "none"), Arbitraries.of("\n", "\r\n"))
                .as((mode, end) -> POLICY.formatted(mode).replace("\n", end));
        return spoilt(texts, Fault.ofPolicies());
    }

    @Provide
    Arbitrary<Spoilt> records() {
        return spoilt(Arbitraries.just(RECORD), Fault.ofRecords());
    }

    @Provide
    Arbitrary<Spoilt> tlsRptRecords() {
        return spoilt(Arbitraries.just(TLSRPT), Fault.ofTlsRptRecords());
    }

    @Property(tries = 3_000, seed = "8461", edgeCases = EdgeCasesMode.NONE)
    void aSpoiltPolicyComesBackWithAllThatWasRight(@ForAll("policies") Spoilt spoilt) {
        StsPolicy policy = clean(spoilt.text(), StsPolicy::parse, parsed -> Repair.ofPolicy(parsed, HOSTS));
        boolean oneFault = spoilt.faults().size() == 1;
        if (spoilt.hasNone("POLICY_EMPTY", "FETCH_HTML_BODY") && (oneFault || spoilt.hasNone("POLICY_ON_ONE_LINE"))) {
            StsPolicy good = StsPolicy.parse(spoilt.good()).value().orElseThrow();
            if (spoilt.hasNone("POLICY_MODE", "POLICY_FIELD_DUPLICATE", "POLICY_KEY_CASE")) {
                assertThat(policy.mode()).isEqualTo(good.mode());
            }
            if (spoilt.hasNone("POLICY_MX", "POLICY_KEY_CASE", "POLICY_NOT_UTF8")) {
                assertThat(policy.mx()).containsAll(good.mx());
            }
            if (spoilt.hasNone("POLICY_MAX_AGE", "POLICY_FIELD_DUPLICATE", "POLICY_KEY_CASE")) {
                assertThat(policy.maxAge()).isEqualTo(good.maxAge());
            }
            assertThat(policy.extensions()).containsAllEntriesOf(good.extensions());
        }
    }

    @Property(tries = 3_000, seed = "8461", edgeCases = EdgeCasesMode.NONE)
    void aSpoiltRecordComesBackWithAllThatWasRight(@ForAll("records") Spoilt spoilt) {
        StsRecord record = clean(spoilt.text(), StsRecord::parse, parsed -> Repair.ofRecord(parsed, "fresh"));
        assertThat(record.id())
                .isEqualTo(spoilt.hasNone("RECORD_ID", "RECORD_FIELD_DUPLICATE", "RECORD_OTHER") ? "a1" : record.id());
        if (spoilt.hasNone("RECORD_OTHER")) {
            assertThat(record.extensions()).containsEntry("foo", "bar");
        }
    }

    @Property(tries = 3_000, seed = "8461", edgeCases = EdgeCasesMode.NONE)
    void aSpoiltTlsRptRecordComesBackWithAllThatWasRight(@ForAll("tlsRptRecords") Spoilt spoilt) {
        TlsRptRecord record =
                clean(spoilt.text(), TlsRptRecord::parse, parsed -> Repair.ofTlsRpt(List.of(parsed), ADDRESS));
        if (spoilt.hasNone("TLSRPT_OTHER")) {
            assertThat(record.extensions()).containsEntry("foo", "bar");
        }
        if (spoilt.hasNone("TLSRPT_OTHER", "TLSRPT_RUA_MISSING")) {
            assertThat(record.rua()).contains("mailto:a@example.com", "https://r.example.com/v1");
        }
    }

    /** The value of the repaired text; a second repair leaves it as it is. */
    static <T> T clean(String text, Function<Octets, Parsed<T>> parse, Function<Parsed<T>, Repair> repair) {
        Parsed<T> before = parse.apply(Octets.ofLatin1(text));
        String repaired = repair.apply(before).text();
        Parsed<T> after = parse.apply(Octets.of(repaired));

        assertThat(faults(after)).as(repaired).isEmpty();
        assertThat(repair.apply(after).text()).isEqualTo(repaired);
        if (faults(before).isEmpty()) {
            assertThat(Octets.of(repaired)).isEqualTo(before.text());
        }
        return after.value().orElseThrow();
    }

    private static List<Issue> faults(Parsed<?> parsed) {
        return parsed.issues().stream()
                .filter(issue -> issue.severity() != Severity.INFO)
                .toList();
    }

    @Test
    void everyCodeOfATextIsAmongTheFaults() {
        assertThat(codes(Fault.ofPolicies(), POLICY.formatted("enforce"), StsPolicy::parse))
                .containsAll(ofParser(Subject.POLICY));
        assertThat(codes(Fault.ofRecords(), RECORD, StsRecord::parse)).containsAll(ofParser(Subject.RECORD));
        assertThat(codes(Fault.ofTlsRptRecords(), TLSRPT, TlsRptRecord::parse)).containsAll(ofParser(Subject.TLS_RPT));
    }

    private static Set<IssueCode> ofParser(Subject family) {
        return VectorCoverageTest.codesOfTheParsers()
                .filter(code -> code.family() == family)
                .filter(code -> code != IssueCode.POLICY_MODE_TESTING && code != IssueCode.POLICY_MODE_NONE)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(IssueCode.class)));
    }

    /** Each fault raises the code that it is listed under. */
    private static Set<IssueCode> codes(List<Fault> faults, String good, Function<Octets, Parsed<?>> parse) {
        return faults.stream()
                .peek(fault -> assertThat(
                                parse.apply(Octets.ofLatin1(fault.change().apply(good)))
                                        .issues())
                        .extracting(Issue::code)
                        .contains(fault.code()))
                .map(Fault::code)
                .collect(Collectors.toSet());
    }
}
