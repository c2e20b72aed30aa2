package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A repaired record says what the faulty one meant, and no more. */
class TxtRepairTest {

    private static final String PLACEHOLDER = "mailto:reports@example.net";

    private static Repair sts(String text) {
        return Repair.ofRecord(StsRecord.parse(text), "fresh");
    }

    private static Repair tlsRpt(String text) {
        return Repair.ofTlsRpt(List.of(TlsRptRecord.parse(text)), PLACEHOLDER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=STSv1; id=a;;             | v=STSv1; id=a",
                "v=STSv1 id=a                | v=STSv1; id=a",
                "v=STSv1, id=a               | v=STSv1; id=a",
                "V=STSv1; id=a               | v=STSv1; id=a",
                "v = STSv1; id = a           | v=STSv1; id=a",
                "id=a; v=STSv1               | v=STSv1; id=a",
                "'\"v=STSv1; id=a\"'         | v=STSv1; id=a",
                "'\"v=STSv1\\; id=a\\;\"'     | v=STSv1; id=a",
                "'v=STSv1; id=\"a\"'         | v=STSv1; id=a",
                "v=STSv1; ID=a               | v=STSv1; id=a",
                "v=STSv1; id: a              | v=STSv1; id=a",
                "v=STSv1;\u00A0id=a          | v=STSv1; id=a",
                "v=STSv1; id=a; foo=b=c      | v=STSv1; id=a",
                "v=STSv1; foo=bar; id=a; ;   | v=STSv1; foo=bar; id=a",
                "v=STSv1; id=a; id=b; junk   | v=STSv1; id=a",
                "v=STSv1; x-id=1; id=a; junk | v=STSv1; x-id=1; id=a",
                "v=STSv1; x=id:9; id=a; junk | v=STSv1; x=id:9; id=a",
                "v=STSv2; id=a               | v=STSv1; id=a",
                "v=STSv1 ; id=a              | v=STSv1; id=a",
                "v=STSv1; id=a; x=1; x=2     | v=STSv1; id=a; x=1",
                "'v=STSv1; id=a '            | v=STSv1; id=a"
            })
    void anIdThatCanBeReadIsKept(String faulty, String repaired) {
        var repair = sts(faulty);

        assertThat(repair.text()).isEqualTo(repaired);
        assertThat(repair.guesses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "v=STSv1;",
        "v=STSv1; id=",
        "v=STSv1; id=2026-11-24",
        "v=STSv1; id=<YYYYMMDDHHMMSS>",
        "V=STSv1; id=yyyymmddThhmmssZ",
        "v=STSv1 id=YYYYMMDD01",
        "v=STSv1; id=\u00E4",
        "v=STSv1; id=abcdefghijklmnopqrstuvwxyzABCDEFG",
        "''"
    })
    void anIdThatIsNoneIsReplacedByTheFreshOne(String faulty) {
        var repair = sts(faulty);

        assertThat(repair.text()).isEqualTo("v=STSv1; id=fresh");
        assertThat(repair.guesses()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rua=a@example.com                            | rua=mailto:a@example.com",
                "rua=mailto:a@example.com!10m                 | rua=mailto:a@example.com",
                "rua=mailto:a@example.com,                    | rua=mailto:a@example.com",
                "rua=mailto:a@example.com mailto:b@example.com | rua=mailto:a@example.com,mailto:b@example.com",
                "rua=mailto:a@example.com;mailto:b@example.com | rua=mailto:a@example.com,mailto:b@example.com",
                "'rua=\"mailto:a@example.com\"'               | rua=mailto:a@example.com",
                "rua=<mailto:a@example.com>                   | rua=mailto:a@example.com",
                "rua = mailto:a@example.com                   | rua=mailto:a@example.com",
                "rua: mailto:a@example.com                    | rua=mailto:a@example.com",
                "RUA=mailto:a@example.com                     | rua=mailto:a@example.com",
                "rua=https://r.example.com/a,b                | rua=https://r.example.com/a%2Cb",
                "rua=https://r.example.com/a;b                | rua=https://r.example.com/a%3Bb",
                "rua=https://r.example.com/a b                | rua=https://r.example.com/a%20b",
                "rua=https://r.example.com/!/x                | rua=https://r.example.com/%21/x",
                "rua=https://r.example.com/\u00FC             | rua=https://r.example.com/%C3%BC",
                "rua=mailto:a,b@example.com                   | rua=mailto:a%2Cb@example.com",
                "rua=mailto:a;b@example.com                   | rua=mailto:a%3Bb@example.com",
                "rua=mailto:a@example.com?subject=x,y         | rua=mailto:a@example.com?subject=x%2Cy",
                "rua=mailto:a@example.com?subject=x;y         | rua=mailto:a@example.com?subject=x%3By",
                "rua=mailto:a@example.com?subject=x y         | rua=mailto:a@example.com?subject=x%20y",
                "rua=a@example.com?subject=x,y                | rua=mailto:a@example.com?subject=x%2Cy",
                "rua=mailto:a@example.com?subject=x,b@example.com | rua=mailto:a@example.com?subject=x,mailto:b@example.com",
                "rua=mailto:a!b@example.com,mailto:c@example.com | rua=mailto:a%21b@example.com,mailto:c@example.com",
                "rua=mailto:a@example.com; foo=b=c; bar=d     | rua=mailto:a@example.com; bar=d",
                "mailto:a@example.com                         | rua=mailto:a@example.com",
                "ruf=mailto:a@example.com; rua=               | rua=mailto:a@example.com",
                "rua=[mailto:a@example.com]                   | rua=mailto:a@example.com",
                "rua=mailto:a%40example.com                   | rua=mailto:a@example.com",
                "rua=mailto=a@example.com                     | rua=mailto:a@example.com",
                "ruf=mailto:a@example.com                     | rua=mailto:a@example.com",
                "rua=mailto:a@example.com.                    | rua=mailto:a@example.com",
                "rua=mailto:<a@example.com>                   | rua=mailto:a@example.com",
                "rua=mailto://a@example.com                   | rua=mailto:a@example.com",
                "rua=mialto:a@example.com                     | rua=mailto:a@example.com",
                "rua=rua=mailto:a@example.com                 | rua=mailto:a@example.com",
                "rua=mailto: a@example.com                    | rua=mailto:a@example.com",
                "rua=mailto:a@example.com; mailto:b@example.com | rua=mailto:a@example.com,mailto:b@example.com",
                "rua=mailto:a@example.com; rua=mailto:b@example.com | rua=mailto:a@example.com,mailto:b@example.com"
            })
    void aUriThatCanBeReadIsKept(String faulty, String repaired) {
        var repair = tlsRpt("v=TLSRPTv1; " + faulty);

        assertThat(repair.text()).isEqualTo("v=TLSRPTv1; " + repaired);
        assertThat(repair.guesses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mailto:\u200Btls@example.com                   | mailto:tls@example.com",
                "mailto:t\u00ADls@exam\u200Bple.com\uFEFF         | mailto:tls@example.com",
                "mailto:tls@example.com\u2028                   | mailto:tls@example.com",
                "mailto:tls\u2029@example.com                   | mailto:tls@example.com",
                "mailto:tls\uFE0F@example.com                   | mailto:tls@example.com",
                "\u201Cmailto:tls@example.com\u201D              | mailto:tls@example.com",
                "mailto:\u201Ctls@example.com\u201D              | mailto:tls@example.com",
                "mailto:\u00ABtls\u00BB@example.com              | mailto:tls@example.com",
                "mailto:\"tls\"@example.com                     | mailto:tls@example.com",
                "mailto:tls\u2013reports@example.com            | mailto:tls-reports@example.com",
                "mailto:tls\u2014reports@ex\u2011ample.com       | mailto:tls-reports@ex-ample.com",
                "mailto:tls\u2212reports@example.com            | mailto:tls-reports@example.com",
                "mailto\uFF1Atls\uFF20example.com                | mailto:tls@example.com",
                "mailto:o\u2019brien@example.com                | mailto:o'brien@example.com",
                "mailto:tls@m\u00FCnchen.example                | mailto:tls@xn--mnchen-3ya.example",
                "tls@m\u00FCnchen.example                       | mailto:tls@xn--mnchen-3ya.example",
                "https://m\u00FCnchen.example/v1                | https://xn--mnchen-3ya.example/v1",
                "mailto:TLS reports <tls@example.com>          | mailto:tls@example.com",
                "mailto:tls@example.com (reports)              | mailto:tls@example.com",
                "mailto:a=b@example.com                        | mailto:a%3Db@example.com",
                "mailto:a/b&c@example.com                      | mailto:a%2Fb%26c@example.com"
            })
    void whatIsPastedAroundAnAddressIsNotPartOfIt(String faulty, String repaired) {
        var repair = tlsRpt("v=TLSRPTv1; rua=" + faulty);

        assertThat(repair.text()).isEqualTo("v=TLSRPTv1; rua=" + repaired);
        assertThat(repair.guesses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:tls reports@example.com",
                "tls reports@example.com",
                "mailto:tls\u00A0reports@example.com",
                "mailto:\"tls reports\"@example.com",
                "mailto:tls, reports@example.com",
                "mailto:a@b@example.com",
                "mailto:t\uFFFDls@example.com",
                "mailto:t\u0096ls@example.com",
                "mailto:t\u201Cls@example.com",
                "mailto:tls@ex\"ample.com",
                "mailto:tls@ex\u0007ample.com",
                "mailto:t\u2709s@example.com",
                "mailto:tls@fa\u00DF.example",
                "mailto:tls@\u0646\u0627\u0645\u0647\u200C\u0627\u06CC.example"
            })
    void anAddressThatCouldBeAnotherMailboxIsLeftOut(String faulty) {
        var repair = tlsRpt("v=TLSRPTv1; rua=" + faulty);

        assertThat(repair.text()).isEqualTo("v=TLSRPTv1; rua=" + PLACEHOLDER);
        assertThat(repair.guesses()).hasSize(2).last().asString().contains("cannot be read as a mail address");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reports@exam ple.org            | reports@example.org",
                "mailto:reports@exam ple.org     | reports@example.org",
                "mailto:b@example .org           | b@example.org",
                "mailto:b@example. org           | b@example.org",
                "mailto:a@example,org            | a@example.org",
                "mailto:a@example;org            | a@example.org",
                "mailto:tls%40example,org        | tls@example.org"
            })
    void aDomainThatIsTornIsJoinedToBeChecked(String faulty, String repaired) {
        var repair = tlsRpt("v=TLSRPTv1; rua=" + faulty + ",mailto:z@example.com");

        assertThat(repair.text()).isEqualTo("v=TLSRPTv1; rua=mailto:" + repaired + ",mailto:z@example.com");
        assertThat(repair.guesses())
                .containsExactly("Check the address \"mailto:" + repaired + "\": the record has \""
                        + faulty.replace("%40", "@") + "\".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mailto:a@example b              | mailto:a@example       | b",
                "mailto:a@example , org          | mailto:a@example       | org",
                "mailto:r@ex am ple.org          | mailto:r@ex            | am ple.org",
                "mailto:a@example,our org        | mailto:a@example       | our org",
                "mailto:a@mail,example,org       | mailto:a@mail          | example",
                "mailto:a@example,tls b@example.org | mailto:a@example    | tls b@example.org"
            })
    void aDomainThatIsTornAndCannotBeJoinedIsLeftOut(String faulty, String address, String rest) {
        var repair = tlsRpt("v=TLSRPTv1; rua=" + faulty + ",mailto:z@example.com");

        assertThat(repair.text()).isEqualTo("v=TLSRPTv1; rua=mailto:z@example.com");
        assertThat(repair.guesses())
                .startsWith(
                        "\"" + address + "\" cannot be read as a mail address, so it is left out.",
                        "\"" + rest + "\" cannot be read as a mail address, so it is left out.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:a@localhost,mailto:b@example.com", "mailto:a@localhost"})
    void aDomainWithoutADotIsWholeBesideAnotherAddress(String rua) {
        var repair = tlsRpt("v=TLSRPTv1; rua=" + rua + ",");

        assertThat(repair.text()).isEqualTo("v=TLSRPTv1; rua=" + rua);
        assertThat(repair.guesses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://r.example.com/x  | is neither mailto: nor https:",
                "http://a@example.com/x  | is neither mailto: nor https:",
                "ftp://a@example.com     | is neither mailto: nor https:",
                "ftp://x                 | is neither mailto: nor https:",
                "https:///x              | cannot be read as an https URL",
                "b                       | cannot be read as a mail address",
                "our reports             | cannot be read as a mail address",
                "r.example.com/v1        | cannot be read as a mail address"
            })
    void whatIsLeftOutBesideAnAddressIsSaid(String faulty, String why) {
        var repair = tlsRpt("v=TLSRPTv1; rua=mailto:a@example.com," + faulty);

        assertThat(repair.text()).isEqualTo("v=TLSRPTv1; rua=mailto:a@example.com");
        assertThat(repair.guesses()).containsExactly("\"" + faulty + "\" " + why + ", so it is left out.");
    }

    @Test
    void onlyTenPiecesThatAreLeftOutAreNamed() {
        var repair = tlsRpt("v=TLSRPTv1; rua=mailto:a@example.com,1,2,3,4,5,6,7,8,9,10,11,12");

        assertThat(repair.guesses())
                .hasSize(11)
                .last()
                .isEqualTo("What is left out besides: 2 more pieces of the text.");
    }

    @Test
    void whatIsLeftOutOfAnotherRecordIsSaid() {
        var records = Stream.of("v=TLSRPTv1; rua=mailto:a@example.com", "v=TLSRPTv1; rua=http://r.example.com/x")
                .map(TlsRptRecord::parse)
                .toList();

        assertThat(Repair.ofTlsRpt(records, PLACEHOLDER).guesses())
                .containsExactly("\"http://r.example.com/x\" is neither mailto: nor https:, so it is left out.");
    }

    @Test
    void anOctetThatIsNotUtf8StandsForALetterThatNobodyKnows() {
        var record = TlsRptRecord.parse(
                Octets.ofLatin1("v=TLSRPTv1; rua=mailto:tls@b\u00FCcher.example,https://r.example.com/gr\u00FCn"));

        assertThat(Repair.ofTlsRpt(List.of(record), PLACEHOLDER).text()).isEqualTo("v=TLSRPTv1; rua=" + PLACEHOLDER);
    }

    @Test
    void anAddressThatIsLeftOutBesideAnotherIsSaid() {
        var repair = tlsRpt("v=TLSRPTv1; rua=mailto:a@example.com,mailto:tls reports@example.com");

        assertThat(repair.text()).isEqualTo("v=TLSRPTv1; rua=mailto:a@example.com");
        assertThat(repair.guesses())
                .containsExactly(
                        "\"mailto:tls reports@example.com\" cannot be read as a mail address, so it is left out.");
    }

    @Test
    void lettersBeyondAsciiInALocalPartAreToBeChecked() {
        var repair = tlsRpt("v=TLSRPTv1; rua=mailto:gr\u00FC\u00DFe@example.com");

        assertThat(repair.text()).isEqualTo("v=TLSRPTv1; rua=mailto:gr%C3%BC%C3%9Fe@example.com");
        assertThat(repair.guesses()).singleElement().asString().startsWith("Check the address");
    }

    @ParameterizedTest
    @CsvSource({
        "rua=, 1",
        "rua=mailto:, 1",
        "foo=bar=1, 1",
        "rua=https:///x, 2",
        "rua=http://r.example.com/, 2",
        "rua=yes, 2"
    })
    void aUriThatIsNoneIsReplacedByThePlaceholder(String faulty, int guesses) {
        var repair = tlsRpt("v=TLSRPTv1; " + faulty);

        assertThat(repair.text()).isEqualTo("v=TLSRPTv1; rua=" + PLACEHOLDER);
        assertThat(repair.guesses()).hasSize(guesses).first().asString().contains("placeholder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=STSv1;id=a;", "v=STSv1; id=a ; foo=bar"})
    void aRecordWithoutAFaultStaysAsItIs(String text) {
        assertThat(sts(text).text()).isEqualTo(text);
    }

    @Test
    void theVersionComesFirst() {
        assertThat(tlsRpt("rua=mailto:a@example.com; v=TLSRPTv1").text())
                .isEqualTo("v=TLSRPTv1; rua=mailto:a@example.com");
    }

    @Test
    void severalTlsRptRecordsBecomeOneWithTheAddressesOfAll() {
        var records = Stream.of(
                        "v=TLSRPTv1; rua=mailto:a@example.com; foo=bar",
                        "v=TLSRPTv1; rua=mailto:b@example.com,mailto:a@example.com",
                        "v=TLSRPTv1; rua=c@example.com")
                .map(TlsRptRecord::parse)
                .toList();

        assertThat(Repair.ofTlsRpt(records, PLACEHOLDER).text())
                .isEqualTo("v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com,mailto:c@example.com; foo=bar");
    }

    @Test
    void noRecordCannotBeRepaired() {
        assertThatThrownBy(() -> Repair.ofTlsRpt(List.of(), PLACEHOLDER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no record to repair");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=DMARC1; p=none; id=d; rua=mailto:d@example.com",
                "v=spf1 include:id=d -all",
                "version: STSv1; mode: none; max_age: 1; id: d",
                "_mta-sts.example.com. 3600 IN TXT \"v=STSv1; id=d\""
            })
    void nothingOfAnotherTextIsKept(String text) {
        assertThat(sts(text).text()).isEqualTo("v=STSv1; id=fresh");
    }

    @Test
    void theAddressesOfAnotherProtocolAreNotOurs() {
        assertThat(Repair.ofTlsRpt(List.of(TlsRptRecord.parse("v=DMARC1; rua=mailto:d@example.com")), PLACEHOLDER)
                        .text())
                .isEqualTo("v=TLSRPTv1; rua=" + PLACEHOLDER);
        assertThat(tlsRpt("_dmarc IN TXT \"v=DMARC1; rua=mailto:d@example.com\"")
                        .text())
                .isEqualTo("v=TLSRPTv1; rua=" + PLACEHOLDER);
    }

    @Test
    void anAddressInAnMtaStsRecordWasMeantForTheTlsRptRecord() {
        assertThat(tlsRpt("v=STSv1; id=a; rua=mailto:a@example.com").text())
                .isEqualTo("v=TLSRPTv1; rua=mailto:a@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=TLSRPTv1\\; rua=mailto:a@example.com\\;",
                "\"v=TLSRPTv1; rua=mailto:a@example.com\"",
                "\"v=TLSRPTv1;\" \"rua=mailto:a@example.com\"",
                "_smtp._tls 300 IN TXT \"v=TLSRPTv1; rua=mailto:a@example.com\""
            })
    void theSignsOfAZoneFileAreTakenAway(String text) {
        assertThat(Repair.ofTlsRpt(List.of(TlsRptRecord.parse(text)), PLACEHOLDER)
                        .text())
                .isEqualTo("v=TLSRPTv1; rua=mailto:a@example.com");
    }
}
