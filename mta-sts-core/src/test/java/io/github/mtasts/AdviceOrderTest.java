package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Advice comes in the order in which to act, and a text never without its place. */
class AdviceOrderTest {

    static List<EvidenceVector> vectors() {
        return EvidenceVectorFile.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void adviceComesInTheOrderOfTheEnumAndEachOnce(EvidenceVector vector) {
        assertThat(recommendations(vector))
                .extracting(Recommendation::code)
                .doesNotHaveDuplicates()
                .filteredOn(code -> code != Advice.MOVE_TO_ENFORCE)
                .isSorted();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void whatComesWeeksLaterFollowsWhatIsToBeDoneNow(EvidenceVector vector) {
        List<Advice> policy = recommendations(vector).stream()
                .map(Recommendation::code)
                .filter(code -> code == Advice.RAISE_MAX_AGE || code == Advice.FIX_POLICY)
                .toList();
        List<Advice> codes =
                recommendations(vector).stream().map(Recommendation::code).toList();

        if (!policy.isEmpty() && codes.contains(Advice.MOVE_TO_ENFORCE)) {
            assertThat(codes.indexOf(Advice.MOVE_TO_ENFORCE)).isGreaterThan(codes.indexOf(Advice.UPDATE_ORDER));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void onlyAnMxRecordHasAPlaceWithoutAText(EvidenceVector vector) {
        assertThat(recommendations(vector))
                .allMatch(advice -> advice.where().isPresent()
                        == (advice.publish().isPresent() || advice.code() == Advice.FIX_MX_RECORD));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void whatIsPublishedLeavesNoErrorInTheText(EvidenceVector vector) {
        MtaStsReport mended = HealthyDomain.judge(Publication.of(vector.evidence(), recommendations(vector)));

        assertThat(mended.record().map(text -> text.value().isPresent())).isNotEqualTo(Optional.of(false));
        assertThat(mended.tlsRpt().map(text -> text.value().isPresent())).isNotEqualTo(Optional.of(false));
        assertThat(recommendations(vector))
                .filteredOn(advice ->
                        advice.code() == Advice.FIX_POLICY && advice.publish().isPresent())
                .allMatch(advice -> mended.policy().orElseThrow().value().isPresent());
    }

    private static List<Recommendation> recommendations(EvidenceVector vector) {
        return HealthyDomain.judge(vector.evidence()).recommendations();
    }
}
