package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.SourceSpan;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every refused block of the vector files, repaired: no error is left, and all that was right is kept. */
class RepairVectorsTest {

    @TestFactory
    Stream<DynamicTest> mtaStsRecords() {
        return tests(VectorFile.STS_RECORD, vector -> {
            var before = StsRecord.parse(vector.octets());
            var after = StsRecord.parse(Repair.ofRecord(before, "fresh").text());

            assertThat(after.value()).as(after.text().decoded()).isPresent();
            before.field("id")
                    .map(Field::value)
                    .filter(StsRecordParser::isId)
                    .ifPresent(
                            id -> assertThat(after.value().orElseThrow().id()).isEqualTo(id));
        });
    }

    @TestFactory
    Stream<DynamicTest> tlsRptRecords() {
        return tests(VectorFile.TLSRPT_RECORD, vector -> {
            var before = TlsRptRecord.parse(vector.octets());
            var after = TlsRptRecord.parse(
                    Repair.ofTlsRpt(List.of(before), "mailto:fresh@example.net").text());

            assertThat(after.value()).as(after.text().decoded()).isPresent();
            assertThat(after.value().orElseThrow().rua()).containsAll(usable(before));
        });
    }

    private static List<String> usable(Parsed<TlsRptRecord> record) {
        return record.field("rua").stream()
                .flatMap(rua -> Arrays.stream(rua.value().split("[ \t]*,[ \t]*", -1)))
                .filter(ReportUri::isUsable)
                .filter(uri ->
                        record.issues().stream().noneMatch(issue -> issue.code() == IssueCode.TLSRPT_RUA_UNENCODED))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> policies() {
        return tests(VectorFile.POLICY, vector -> {
            var before = StsPolicy.parse(vector.octets());
            var repair = Repair.ofPolicy(before, List.of("fresh.example.net"));
            var after = StsPolicy.parse(repair.text());

            assertThat(after.value()).as(after.text().decoded()).isPresent();
            assertThat(after.issues())
                    .as(after.text().decoded())
                    .noneMatch(issue -> issue.severity() == Severity.ERROR);
            StsPolicy policy = after.value().orElseThrow();
            before.field("mode")
                    .map(Field::value)
                    .flatMap(PolicyMode::of)
                    .ifPresent(mode -> assertThat(policy.mode()).isEqualTo(mode));
            assertThat(policy.mx().stream().map(MxPattern::canonical)).containsAll(goodHosts(before));
            List<String> kept = faultlessLines(before);
            assertThat(lines(repair.text()).filter(kept::contains)).containsExactlyElementsOf(kept);
        });
    }

    private static List<String> goodHosts(Parsed<StsPolicy> policy) {
        Set<SourceSpan> faulty = policy.issues().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .flatMap(issue -> issue.span().stream())
                .collect(Collectors.toSet());
        return policy.fields().stream()
                .filter(field -> field.name().equals("mx"))
                .filter(field -> !faulty.contains(field.span()) && MxPattern.isPattern(field.value()))
                .map(field -> new MxPattern(field.value()).canonical())
                .toList();
    }

    private static List<String> faultlessLines(Parsed<StsPolicy> policy) {
        if (policy.issues().stream().map(Issue::code).anyMatch(IssueCode.FETCH_HTML_BODY::equals)) {
            return List.of();
        }
        if (policy.issues().stream()
                .anyMatch(issue -> issue.code() == IssueCode.POLICY_OTHER_TEXT
                        && issue.span().isEmpty())) {
            return List.of();
        }
        if (new StsPolicyParser(policy.text()).saysNothing()) {
            return List.of();
        }
        Set<Integer> faulty = policy.issues().stream()
                .filter(issue -> issue.severity() != Severity.INFO)
                .flatMap(issue -> issue.span().stream().map(SourceSpan::line))
                .collect(Collectors.toSet());
        Set<String> hosts = new HashSet<>();
        List<String> lines = lines(policy.text().decoded()).toList();
        return IntStream.range(0, lines.size())
                .filter(at -> !faulty.contains(at + 1))
                .mapToObj(lines::get)
                .filter(RepairVectorsTest::isText)
                .filter(line -> !line.startsWith("mx:") || hosts.add(line))
                .toList();
    }

    private static Stream<String> lines(String text) {
        return Arrays.stream(text.split("\r?\n", -1));
    }

    /** Controls and broken octets are reported once, so that a later line which has them lacks an issue. */
    private static boolean isText(String line) {
        return !line.isBlank()
                && line.chars().noneMatch(c -> (c < 0x20 && c != '\t') || c == 0x7F)
                && Utf8.firstInvalid(line, 0, line.length()) < 0;
    }

    private static Stream<DynamicTest> tests(VectorFile file, Consumer<Vector> check) {
        return file.vectors().stream()
                .filter(Vector::isRefused)
                .map(vector -> dynamicTest(vector.toString(), () -> check.accept(vector)));
    }
}
