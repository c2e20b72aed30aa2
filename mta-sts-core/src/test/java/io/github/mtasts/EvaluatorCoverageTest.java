package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Subject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code that the evaluator can raise has a block that expects it, and a near miss that must not raise it. */
class EvaluatorCoverageTest {

    private static final Set<IssueCode> OTHERS = EnumSet.of(
            IssueCode.DOMAIN_NOT_FOUND,
            IssueCode.RESOLVER_UNREACHABLE,
            IssueCode.RECORD_NOT_FOUND,
            IssueCode.RECORD_MISPLACED,
            IssueCode.RECORD_LOOKUP_FAILED,
            IssueCode.RECORD_MULTIPLE,
            IssueCode.RECORD_UNRELATED_TXT,
            IssueCode.RECORD_VIA_CNAME,
            IssueCode.RECORD_WITHOUT_POLICY,
            IssueCode.POLICY_MAX_AGE_SHORT,
            IssueCode.POLICY_MX_BROAD,
            IssueCode.TLSRPT_NOT_FOUND,
            IssueCode.TLSRPT_MISPLACED,
            IssueCode.TLSRPT_LOOKUP_FAILED,
            IssueCode.TLSRPT_MULTIPLE,
            IssueCode.TLSRPT_UNRELATED_TXT,
            IssueCode.TLSRPT_VIA_CNAME);

    private final List<EvidenceVector> vectors = EvidenceVectorFile.all();

    /** All but those of the parsers, which their own vectors cover. */
    static Stream<IssueCode> codesOfTheEvaluator() {
        return Arrays.stream(IssueCode.values())
                .filter(code -> code.family() == Subject.FETCH || code.family() == Subject.MX || OTHERS.contains(code));
    }

    @ParameterizedTest
    @MethodSource("codesOfTheEvaluator")
    void everyCodeHasABlockThatExpectsIt(IssueCode code) {
        assertThat(vectors.stream().anyMatch(vector -> vector.expects(code)))
                .as("%s: add a block that expects it to a .vectors file", code)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("codesOfTheEvaluator")
    void everyCodeHasANearMiss(IssueCode code) {
        assertThat(vectors.stream()
                        .anyMatch(
                                vector -> vector.nearMiss().filter(code::equals).isPresent()))
                .as("%s: add a block with the reason \"near miss %s: …\" to a .vectors file", code, code)
                .isTrue();
    }

    @Test
    void noNearMissExpectsItsCode() {
        assertThat(vectors)
                .noneMatch(vector -> vector.nearMiss().filter(vector::expects).isPresent());
    }
}
