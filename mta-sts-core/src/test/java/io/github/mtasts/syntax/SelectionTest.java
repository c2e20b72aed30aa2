package io.github.mtasts.syntax;

import static io.github.mtasts.syntax.Selection.Status.ABSENT;
import static io.github.mtasts.syntax.Selection.Status.ONE;
import static io.github.mtasts.syntax.Selection.Status.SEVERAL;
import static io.github.mtasts.syntax.Selection.Status.UNSEEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The choice among the TXT records of a name: RFC 8461 §3.1, RFC 8460 §3. */
class SelectionTest {

    private static final String UNRELATED = "google-site-verification=x";

    private static Selection<StsRecord> select(String... records) {
        return StsRecord.select(octets(records));
    }

    private static List<Octets> octets(String... records) {
        return Arrays.stream(records).map(Octets::of).toList();
    }

    private static List<String> texts(Selection<?> selection) {
        return selection.unrelated().stream().map(Octets::decoded).toList();
    }

    @Test
    void noRecordIsAbsence() {
        var selection = select();

        assertThat(selection.status()).isEqualTo(ABSENT);
        assertThat(selection.first()).isEmpty();
        assertThat(selection.count()).isZero();
    }

    @Test
    void unrelatedRecordsAreAbsenceAndAreNamed() {
        var selection = select("v=spf1 -all", UNRELATED);

        assertThat(selection.status()).isEqualTo(ABSENT);
        assertThat(selection.first()).isEmpty();
        assertThat(texts(selection)).containsExactly("v=spf1 -all", UNRELATED);
        assertThat(selection.discarded()).containsExactly("an SPF record \"v=spf1 -all\"", "\"" + UNRELATED + "\"");
    }

    @Test
    void thePolicyOrAZoneLineInTheRecordIsMeantAsTheRecord() {
        assertThat(select("version: STSv1; mode: none; max_age: 86400").status())
                .isEqualTo(UNSEEN);
        assertThat(select("_mta-sts IN TXT \"v=STSv1; id=a\"").status()).isEqualTo(UNSEEN);
        assertThat(select("_dmarc IN TXT \"v=DMARC1; p=none\"").status()).isEqualTo(ABSENT);
    }

    @Test
    void aTlsRptRecordIsUnrelatedToMtaSts() {
        assertThat(select("v=TLSRPTv1; rua=mailto:a@example.com").status()).isEqualTo(ABSENT);
    }

    @Test
    void oneRecordAmongUnrelatedOnesIsTheRecord() {
        var selection = select(UNRELATED, "v=STSv1; id=a");

        assertThat(selection.status()).isEqualTo(ONE);
        assertThat(selection.count()).isEqualTo(1);
        assertThat(selection.record()).map(StsRecord::id).contains("a");
        assertThat(texts(selection)).containsExactly(UNRELATED);
    }

    @Test
    void twoRecordsAreNone() {
        var selection = select("v=STSv1; id=a", UNRELATED, "v=STSv1; id=b");

        assertThat(selection.status()).isEqualTo(SEVERAL);
        assertThat(selection.count()).isEqualTo(2);
        assertThat(selection.first()).map(Parsed::text).map(Octets::decoded).contains("v=STSv1; id=a");
        assertThat(selection.record()).isEmpty();
        assertThat(texts(selection)).containsExactly(UNRELATED);
    }

    @Test
    void theSameRecordTwiceIsTwoRecords() {
        assertThat(select("v=STSv1; id=a", "v=STSv1; id=a").status()).isEqualTo(SEVERAL);
    }

    @Test
    void anInvalidRecordIsChosenToo() {
        var selection = select("v=STSv1; id=2026-11-24");

        assertThat(selection.status()).isEqualTo(ONE);
        assertThat(selection.first()).isPresent();
        assertThat(selection.record()).isEmpty();
    }

    @Test
    void anInvalidRecordBesideAValidOneMakesTwo() {
        var selection = select("v=STSv1; id=a", "v=STSv1;");

        assertThat(selection.status()).isEqualTo(SEVERAL);
        assertThat(selection.candidates())
                .extracting(one -> one.value().isPresent())
                .containsExactly(true, false);
    }

    @Test
    void aRecordWithSpaceBeforeItsDelimiterIsDiscardedBesideOneWithout() {
        var selection = select("v=STSv1 ; id=b", "v=STSv1; id=a");

        assertThat(selection.status()).isEqualTo(ONE);
        assertThat(selection.record()).map(StsRecord::id).contains("a");
        assertThat(texts(selection)).containsExactly("v=STSv1 ; id=b");
    }

    @Test
    void aLoneRecordWithSpaceBeforeItsDelimiterCounts() {
        var selection = select("v=STSv1 ; id=b");

        assertThat(selection.status()).isEqualTo(ONE);
        assertThat(selection.record()).map(StsRecord::id).contains("b");
    }

    @Test
    void besideAnyOtherRecordItIsDiscarded() {
        var selection = select(UNRELATED, "v=STSv1 ; id=b");

        assertThat(selection.status()).isEqualTo(ONE);
        assertThat(selection.record()).isEmpty();
        assertThat(selection.first().orElseThrow().value()).isEmpty();
        assertThat(selection.first().orElseThrow().issues())
                .filteredOn(issue -> issue.code() == IssueCode.RECORD_SPACE_BEFORE_DELIMITER)
                .extracting(Issue::severity)
                .containsExactly(Severity.ERROR);
        assertThat(texts(selection)).containsExactly(UNRELATED);
    }

    @Test
    void aVersionAloneSelectsARecord() {
        assertThat(select("v=STSv1").status()).isEqualTo(ONE);
    }

    @Test
    void otherVersionsAreUnrelatedBesideAGoodRecord() {
        var selection = select("v=STSv1; id=a", "v=STSv2; id=b", "V=STSv1; id=c");

        assertThat(selection.status()).isEqualTo(ONE);
        assertThat(texts(selection)).containsExactly("v=STSv2; id=b", "V=STSv1; id=c");
    }

    @Test
    void recordsThatAreMeantAreUnseen() {
        for (String record : List.of(
                "V=STSv1; id=a",
                "v=stsv1; id=a",
                "v = STSv1; id=a",
                "v=STSv2; id=a",
                "v=STSv10; id=a",
                "v=STSv1, id=a",
                " v=STSv1; id=a",
                "\"v=STSv1; id=a\"",
                "id=a; v=STSv1",
                "\u200Bv=STSv1; id=a")) {
            var selection = select(UNRELATED, record);

            assertThat(selection.status()).as(record).isEqualTo(UNSEEN);
            assertThat(selection.first())
                    .as(record)
                    .map(Parsed::text)
                    .map(Octets::decoded)
                    .contains(record);
            assertThat(selection.record()).as(record).isEmpty();
            assertThat(texts(selection)).as(record).containsExactly(UNRELATED);
        }
    }

    @Test
    void theFirstOfSeveralUnseenRecordsIsShown() {
        var selection = select("v=STSv2; id=a", "v=STSv3; id=b");

        assertThat(selection.status()).isEqualTo(UNSEEN);
        assertThat(selection.count()).isEqualTo(2);
        assertThat(selection.first()).map(Parsed::text).map(Octets::decoded).contains("v=STSv2; id=a");
    }

    @Test
    void tlsRptRecordsAreChosenInTheSameWay() {
        String good = "v=TLSRPTv1; rua=mailto:a@example.com";

        assertThat(TlsRptRecord.select(octets(UNRELATED, good)).record()).isPresent();
        assertThat(TlsRptRecord.select(octets(good, good)).status()).isEqualTo(SEVERAL);
        assertThat(TlsRptRecord.select(octets("v=TLSRPTv1 ; rua=mailto:b@example.com", good))
                        .status())
                .isEqualTo(ONE);
        assertThat(TlsRptRecord.select(octets("v=TLSRPT1; rua=mailto:a@example.com"))
                        .status())
                .isEqualTo(UNSEEN);
        assertThat(TlsRptRecord.select(octets("v=STSv1; id=a")).status()).isEqualTo(ABSENT);
    }
}
