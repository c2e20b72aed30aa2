package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Each block of the vector files: exactly these issues, this verdict and this advice. */
class EvaluatorVectorsTest {

    @TestFactory
    Stream<DynamicContainer> everyBlock() {
        return Arrays.stream(EvidenceVectorFile.values())
                .map(file -> dynamicContainer(
                        file.name(),
                        file.vectors().stream().map(vector -> dynamicTest(vector.toString(), () -> check(vector)))));
    }

    private static void check(EvidenceVector vector) {
        MtaStsReport report = HealthyDomain.judge(vector.evidence());
        assertThat(report.issues().stream().map(EvidenceVector::issue).sorted().toList())
                .as(vector.where())
                .isEqualTo(vector.issues());
        assertThat(report.verdict()).as(vector.where()).isEqualTo(vector.verdict());
        assertThat(report.recommendations())
                .as(vector.where())
                .extracting(Recommendation::code)
                .isEqualTo(vector.advice());
        if (!vector.coverage().isEmpty()) {
            assertThat(report.mx().stream().map(EvidenceVector::coverage).toList())
                    .isEqualTo(vector.coverage());
        }
    }
}
