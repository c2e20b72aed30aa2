package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for evidence of any state of the world; the same evidence each time. */
class EvidencePropertiesTest {

    private static final int TRIES = 500;
    private static final String SEED = "8460";

    private final ObjectMapper json = new ObjectMapper();

    @Provide
    Arbitrary<Evidence> evidence() {
        return ArbitraryEvidence.any();
    }

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void survivesItsMap(@ForAll("evidence") Evidence evidence) {
        assertThat(Evidence.fromMap(evidence.toMap())).isEqualTo(evidence);
    }

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void judgedAgainGivesAnEqualReport(@ForAll("evidence") Evidence evidence) throws JsonProcessingException {
        Map<?, ?> stored = json.readValue(json.writeValueAsString(evidence.toMap()), Map.class);

        assertThat(HealthyDomain.judge(Evidence.fromMap(stored))).isEqualTo(HealthyDomain.judge(evidence));
    }

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void aReportSurvivesJson(@ForAll("evidence") Evidence evidence) throws JsonProcessingException {
        MtaStsReport report = HealthyDomain.judge(evidence);

        assertThat(json.readTree(json.writeValueAsString(report.toMap())).get("issues"))
                .hasSize(report.issues().size());
    }

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void nothingPrintedIsRaw(@ForAll("evidence") Evidence evidence) {
        MtaStsReport report = HealthyDomain.judge(evidence);

        assertThat(printed(report)).allMatch(text -> text.codePoints().noneMatch(EvidencePropertiesTest::steers));
    }

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void noCodeComesMoreThanTwentyTimes(@ForAll("evidence") Evidence evidence) {
        Map<IssueCode, Long> counts = HealthyDomain.judge(evidence).issues().stream()
                .collect(Collectors.groupingBy(Issue::code, Collectors.counting()));

        assertThat(counts.values()).allMatch(count -> count <= 20);
    }

    private static Stream<String> printed(MtaStsReport report) {
        return Stream.of(
                        report.issues().stream()
                                .flatMap(issue -> Stream.of(
                                        issue.message(),
                                        issue.remedy(),
                                        issue.host().orElse(""))),
                        report.recommendations().stream().map(Recommendation::message),
                        Stream.of(report.toString(), report.evidence().toString()))
                .flatMap(texts -> texts);
    }

    /** Controls, and what turns or hides text. */
    private static boolean steers(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
