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
                "rua=http://r.example.com, mailto:a@example.com | rua=mailto:a@example.com",
                "rua=https://r.example.com/a,b                | rua=https://r.example.com/a%2Cb",
                "rua=https://r.example.com/a;b                | rua=https://r.example.com/a%3Bb",
                "rua=https://r.example.com/a b                | rua=https://r.example.com/a%20b",
                "rua=https://r.example.com/!/x                | rua=https://r.example.com/%21/x",
                "rua=https://r.example.com/\u00FC             | rua=https://r.example.com/%C3%BC",
                "rua=mailto:a,b@example.com                   | rua=mailto:a%2Cb@example.com",
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
    @CsvSource({"rua=", "rua=mailto:", "rua=https:///x", "rua=http://r.example.com/", "rua=yes", "foo=bar=1"})
    void aUriThatIsNoneIsReplacedByThePlaceholder(String faulty) {
        var repair = tlsRpt("v=TLSRPTv1; " + faulty);

        assertThat(repair.text()).isEqualTo("v=TLSRPTv1; rua=" + PLACEHOLDER);
        assertThat(repair.guesses()).hasSize(1);
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
