package io.github.mtasts.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every line of the catalogue. */
class IssueCodeTest {

    @ParameterizedTest
    @EnumSource(names = "RESOLVER_UNREACHABLE", mode = EnumSource.Mode.EXCLUDE)
    void aCodeBeginsWithItsFamily(IssueCode code) {
        assertThat(code.name()).startsWith(code.family().name().replace("_", "") + "_");
    }

    @Test
    void ourOwnNameServerIsAboutNoneOfTheDomainsTexts() {
        assertThat(IssueCode.RESOLVER_UNREACHABLE.family()).isEqualTo(Subject.DOMAIN);
    }

    @ParameterizedTest
    @EnumSource
    void aCodeHasAMeaningAndARemedy(IssueCode code) {
        assertThat(code.meaning()).matches("\\S.*\\.");
        assertThat(code.remedy()).matches("\\S.*\\S");
    }

    @ParameterizedTest
    @EnumSource
    void anIssueAboutAnMxHostHasThatHostAsItsSubjectInJson(IssueCode code) {
        Issue issue = Issue.of(code, "…");

        assertThat(issue.toMap())
                .containsEntry("subject", code.subject().text())
                .containsEntry("host", null);
        assertThat(issue.aboutHost("mx.example.org").toMap())
                .containsEntry("subject", "mx.example.org")
                .containsEntry("host", "mx.example.org");
    }
}
