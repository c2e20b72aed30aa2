package io.github.mtasts.issue;

import java.util.Optional;

/** What the catalogue says of one code: named parts, so that its table reads like prose. */
record CatalogueEntry(
        Severity severity,
        Subject family,
        Subject subject,
        Optional<String> reference,
        String meaning,
        String remedy,
        Optional<ResultType> resultType) {

    static CatalogueEntry error(Subject family, String reference) {
        return of(Severity.ERROR, family, Optional.of(reference));
    }

    /** A rule of this library, which is in no RFC. */
    static CatalogueEntry error(Subject family) {
        return of(Severity.ERROR, family, Optional.empty());
    }

    static CatalogueEntry warning(Subject family, String reference) {
        return of(Severity.WARNING, family, Optional.of(reference));
    }

    static CatalogueEntry info(Subject family, String reference) {
        return of(Severity.INFO, family, Optional.of(reference));
    }

    private static CatalogueEntry of(Severity severity, Subject family, Optional<String> reference) {
        return new CatalogueEntry(severity, family, family, reference, "", "", Optional.empty());
    }

    CatalogueEntry about(Subject other) {
        return new CatalogueEntry(severity, family, other, reference, meaning, remedy, resultType);
    }

    CatalogueEntry means(String sentence) {
        return new CatalogueEntry(severity, family, subject, reference, sentence, remedy, resultType);
    }

    CatalogueEntry remedy(String sentence) {
        return new CatalogueEntry(severity, family, subject, reference, meaning, sentence, resultType);
    }

    CatalogueEntry reportedAs(ResultType type) {
        return new CatalogueEntry(severity, family, subject, reference, meaning, remedy, Optional.of(type));
    }
}
