package io.github.mtasts.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an issue says beside its entry in the catalogue. */
class IssueTest {

    private static final Issue ISSUE = Issue.of(IssueCode.FETCH_NOT_FOUND, "There is no policy file.");

    @Test
    void theRemedyIsTheCodesUnlessTheMessageNeedsAnother() {
        assertThat(ISSUE.remedy()).isEqualTo(IssueCode.FETCH_NOT_FOUND.remedy());
        assertThat(ISSUE.withRemedy("Publish the folder.").remedy()).isEqualTo("Publish the folder.");
    }

    @Test
    void aRemedyOfItsOwnSurvivesEveryOtherChange() {
        Issue changed = ISSUE.withRemedy("Publish the folder.")
                .withMessage("It is gone.")
                .withSeverity(Severity.INFO)
                .at(new SourceSpan(1, 1, 1))
                .aboutHost("mx.example.org");

        assertThat(changed.remedy()).isEqualTo("Publish the folder.");
    }

    @Test
    void aRemedyOfItsOwnIsReadBackFromJson() {
        Issue own = ISSUE.withRemedy("Publish the folder.");

        assertThat(Issue.fromMap(own.toMap())).isEqualTo(own);
    }

    @Test
    void anIssueReadWithoutARemedyHasItsCodes() {
        Map<String, String> map = Map.of("code", "FETCH_NOT_FOUND", "severity", "ERROR", "message", "Gone.");

        assertThat(Issue.fromMap(map).remedy()).isEqualTo(IssueCode.FETCH_NOT_FOUND.remedy());
    }

    @Test
    void whatDoesNotShowInARemedyThatIsReadIsEscaped() {
        Map<String, String> map =
                Map.of("code", "FETCH_NOT_FOUND", "severity", "ERROR", "message", "Gone.", "remedy", "Run \u001b[2J");

        assertThat(Issue.fromMap(map).remedy()).isEqualTo("Run \\x1B[2J");
    }
}
