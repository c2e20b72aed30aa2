package io.github.mtasts.kit;

import static io.github.mtasts.issue.IssueCode.FETCH_CERT_EXPIRED;
import static io.github.mtasts.issue.IssueCode.RECORD_ID_INVALID;
import static io.github.mtasts.issue.IssueCode.RECORD_ID_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names of issue codes as people type them. */
class IssueCodesTest {

    @Test
    void caseAndHyphensAreIgnored() {
        assertThat(IssueCodes.named("fetch-cert_Expired")).contains(FETCH_CERT_EXPIRED);
        assertThat(IssueCodes.named("FETCH CERT EXPIRED")).isEmpty();
    }

    @Test
    void aMisspeltNameIsNearItsSpelling() {
        assertThat(IssueCodes.near("record-id-invald")).first().isEqualTo(RECORD_ID_INVALID);
    }

    @Test
    void aPartOfANameIsNear() {
        assertThat(IssueCodes.near("ID_MISSING")).contains(RECORD_ID_MISSING);
    }

    @Test
    void nothingIsNearAnotherWorld() {
        assertThat(IssueCodes.near("x".repeat(10_000))).isEmpty();
        assertThat(IssueCodes.near("")).isEmpty();
    }
}
