package io.github.mtasts.testing;

import io.github.mtasts.TextReport;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.syntax.StsPolicy;
import java.util.List;
import java.util.Optional;

/** Assertions on the report of one text, such as {@link MtaStsAssertions#assertThatPolicy(String)}. */
@SuppressWarnings("exports") // AssertJ is optional: users of this class require it.
public final class TextReportAssert extends IssuesAssert<TextReportAssert, TextReport> {

    private final Optional<String> file;

    TextReportAssert(TextReport actual, Optional<String> file) {
        super(actual, TextReportAssert.class);
        this.file = file;
    }

    /**
     * Passes when the grammar accepts the text. A valid text can have warnings.
     *
     * @return this
     */
    public TextReportAssert isValid() {
        isNotNull();
        if (!actual.valid()) {
            unmet("a valid text", "it is invalid");
        }
        return this;
    }

    @Override
    String name() {
        return file.orElseGet(() -> switch (actual.kind()) {
            case RECORD -> "the MTA-STS record";
            case POLICY -> "the policy";
            case TLS_RPT -> "the TLSRPT record";
        });
    }

    @Override
    List<Issue> issues() {
        return actual.issues();
    }

    @Override
    Optional<StsPolicy> policy() {
        return actual.parsed().value().filter(StsPolicy.class::isInstance).map(StsPolicy.class::cast);
    }

    @Override
    String text() {
        return file.map(name -> actual.toText(name, 80)).orElseGet(actual::toText);
    }
}
