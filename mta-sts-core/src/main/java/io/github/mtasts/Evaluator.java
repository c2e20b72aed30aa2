package io.github.mtasts;

/** Judges evidence. */
final class Evaluator {
    private final Evidence evidence;

    Evaluator(Evidence evidence, Thresholds thresholds) {
        this.evidence = evidence;
    }

    MtaStsReport evaluate() {
        return ImmutableMtaStsReport.builder()
                .evidence(evidence)
                .domain(evidence.domain())
                .verdict(Verdict.UNDETERMINED)
                .hasMtaSts(false)
                .build();
    }
}
