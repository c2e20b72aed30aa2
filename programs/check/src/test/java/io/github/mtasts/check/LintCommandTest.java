package io.github.mtasts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text alone, judged without a network. */
class LintCommandTest {

    private static final String POLICY =
            "version: STSv1\r\nmode: enforce\r\nmx: mail.example.org\r\nmax_age: 604800\r\n";

    @Test
    void aGoodTextIsOneLineAndExitsWithZero() {
        Program run = Program.fed("v=TLSRPTv1; rua=mailto:tlsrpt@example.org", "lint", "tlsrpt", "-");

        assertThat(run.out()).isEqualTo("standard input   valid   a good TLSRPT record\n");
        assertThat(run.exit()).isZero();
    }

    @Test
    void aFaultStandsUnderItsLineWithTheTextToPublish() {
        Program run = Program.fed(POLICY.replace("604800", "604800 seconds"), "lint", "policy", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.out())
                .startsWith("""
                        standard input   invalid   max_age is not a number of seconds in 1 to 10 digits

                          4 | max_age: 604800 seconds
                            |          ^^^^^^^^^^^^^^ error POLICY_MAX_AGE_INVALID (RFC 8461 §3.2)
                        """)
                .endsWith("\nversion: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n");
    }

    @Test
    void oneLineEndBehindARecordIsLeftOut() {
        assertThat(Program.fed("v=STSv1; id=1\r\n", "lint", "record", "-").exit())
                .isZero();
        assertThat(Program.fed("v=STSv1; id=1\n\n", "lint", "record", "-").exit())
                .isEqualTo(ExitCode.ISSUES);
    }

    @Test
    void theExampleOfTheHelpWorks() {
        assertThat(Program.run("lint", "--help").out())
                .contains("  dig +short TXT _mta-sts.example.org | mta-sts-check lint record -\n");

        Program run = Program.fed("\"v=STSv1\\; \" \"id=1\"\n", "lint", "record", "-");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("""
                read as quoted text, as dig +short and web forms have it: a TXT record, joined
                from 2 strings

                standard input   valid   a good MTA-STS record
                """);
    }

    @Test
    void theRecordIsFoundAmongOthers() {
        String zone = """
                example.org. IN TXT "v=spf1 -all"
                _mta-sts.example.org. IN TXT "v=STSv1; id=1"
                _smtp._tls.example.org. IN TXT "v=TLSRPTv1; rua=mailto:a@example.org"
                """;

        Program record = Program.fed(zone, "lint", "--json", "record", "-");
        Program tlsRpt = Program.fed(zone, "lint", "tlsrpt", "-");

        assertThat(record.exit()).isZero();
        assertThat(record.reports().get(0))
                .containsEntry("form", "zone")
                .containsEntry("owner", "_mta-sts.example.org")
                .containsEntry("records", 3);
        assertThat(tlsRpt.out()).isEqualTo("""
                        read as a zone file: the TLSRPT record among 3 TXT records

                        standard input   valid   a good TLSRPT record
                        """);
    }

    @Test
    void severalRecordsAreJudgedAndUseless() {
        Program run = Program.fed("\"v=STSv1; id=1\"\n\"v=STSv1; id=1\"\n\"other\"\n", "lint", "record", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.out()).isEqualTo("""
                read as quoted text, as dig +short and web forms have it: 2 MTA-STS records;
                senders use none where there are several, so keep one

                standard input: record 1   valid   a good MTA-STS record

                standard input: record 2   valid   a good MTA-STS record
                """);
    }

    @Test
    void besideOtherRecordsABlankBeforeTheSemicolonHidesARecord() {
        String record = "\"v=STSv1 ; id=1\"\n";

        assertThat(Program.fed(record, "lint", "record", "-").exit()).isZero();
        Program run = Program.fed(record + "\"other\"\n", "lint", "record", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.out().replace('\n', ' '))
                .contains(
                        "the MTA-STS record among 2 TXT records, which senders do not see there, since it does not begin"
                                + " with v=STSv1;");
    }

    @Test
    void anAnswerWithoutARecordIsAnError() {
        Program run = Program.fed(";; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1\n", "lint", "record", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .isEqualTo("mta-sts-check: standard input is what dig prints, without a TXT record in it\n");
    }

    @Test
    void whatDigPrintsForNoRecordIsEmpty() {
        Program run = Program.fed("\n", "lint", "tlsrpt", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("mta-sts-check: standard input is empty; 'dig +short' prints nothing where a name has no TXT"
                        + " record, or where a look-up fails\n");
    }

    @Test
    void aFailedLookUpSaysNothingAboutWhatIsPublished() {
        Program run =
                Program.fed(";; communications error to 192.0.2.1#53: timed out\n", "lint", "--json", "record", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(
                        "mta-sts-check: standard input is a failed look-up, which says nothing about what is published;"
                                + " look it up again\n");
    }

    @Test
    void aRecordWhereNoSenderLooksIsUseless() {
        Program zone = Program.fed("mta-sts.example.org. IN TXT \"v=STSv1; id=1;\"\n", "lint", "record", "-");
        Program other = Program.fed("_smtp._tls.example.org. TXT \"v=STSv1; id=1;\"\n", "lint", "record", "-");
        Program alias = Program.fed(
                "_mta-sts.example.org. CNAME a.example.net.\na.example.net. TXT \"v=STSv1; id=1;\"\n",
                "lint",
                "record",
                "-");

        assertThat(zone.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(zone.out().replace('\n', ' '))
                .startsWith(
                        "read as a zone file: the TXT record of mta-sts.example.org, where no sender looks for it: they"
                                + " look at _mta-sts below the domain, so publish it there ");
        assertThat(other.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(alias.exit()).isZero();
    }

    @Test
    void eachNameOfAZoneHasARecordOfItsOwn() {
        String zone = """
                _mta-sts.example.org. TXT "v=STSv1; id=1"
                _mta-sts.example.net. TXT "v=STSv1; id=2"
                """;

        Program several = Program.fed(zone, "lint", "record", "-");
        Program twice = Program.fed(zone + "_mta-sts.example.net. TXT \"v=STSv1; id=3\"\n", "lint", "record", "-");

        assertThat(several.exit()).isZero();
        assertThat(several.out()).isEqualTo("""
                        read as a zone file: 2 MTA-STS records, each of another name

                        standard input: _mta-sts.example.org   valid   a good MTA-STS record

                        standard input: _mta-sts.example.net   valid   a good MTA-STS record
                        """);
        assertThat(twice.out()).contains("\nstandard input: _mta-sts.example.net, record 3   valid ");
        assertThat(twice.exit()).isEqualTo(ExitCode.ISSUES);
    }

    @Test
    void wideTextIsNamed() {
        String wide = new String("v=STSv1; id=1".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

        Program run = Program.fed(wide, "lint", "record", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("mta-sts-check: standard input is UTF-16 text; save it as UTF-8\n");
    }

    @Test
    void aPageInPlaceOfAPolicySaysSo() {
        Program run = Program.fed("<html>x", "lint", "policy", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.out()).contains("invalid   the policy URL serves an HTML page", "error FETCH_HTML_BODY");
    }

    @Test
    void amongRecordsOfOthersTheFirstIsJudged() {
        Program run = Program.fed("\"v=spf1 -all\"\n\"x\"\n", "lint", "record", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.out().replace('\n', ' '))
                .contains(": the first of 2 TXT records, none of which is an MTA-STS record ");
    }

    @Test
    void aSemicolonWithoutQuotesIsNamed() {
        Program run = Program.fed("_mta-sts IN TXT v=STSv1; id=1\n", "lint", "record", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.out().replace('\n', ' '))
                .startsWith(
                        "read as a zone file: the TXT record of _mta-sts; a semicolon outside of quotes begins a comment"
                                + " there, so write the text in quotes ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "_mta-sts IN TXT \"v=STSv1; id=1 | the quotation mark in line 1, column 17,",
                "_mta-sts IN TXT ( \"v=STSv1; id=1\" | the parenthesis in line 1, column 17,"
            })
    void whatIsNotClosedIsNamedWithItsPlace(String zone, String what) {
        Program run = Program.fed(zone + "\n", "lint", "record", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.out().replace('\n', ' '))
                .startsWith("read as a zone file: the TXT record of _mta-sts; " + what
                        + " is not closed, so no name server reads this: close it ");
    }

    @Test
    void whatASemicolonWithoutQuotesHidesIsInTheTextToPublish() {
        Program run = Program.fed("_smtp._tls IN TXT v=TLSRPTv1; rua=mailto:a@example.org\r\n", "lint", "tlsrpt", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.out())
                .contains("error TLSRPT_RUA_MISSING")
                .endsWith("\n\nv=TLSRPTv1; rua=mailto:a@example.org\n");
    }

    @Test
    void aNameThatLacksItsFinalDotIsWhereNoSenderLooks() {
        String zone = "$ORIGIN example.org.\n_mta-sts.Example.org%s IN TXT \"v=STSv1; id=1\"\n";

        Program lost = Program.fed(zone.formatted(""), "lint", "record", "-");
        Program written = Program.fed(zone.formatted("."), "lint", "record", "-");

        assertThat(lost.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(lost.out().replace('\n', ' '))
                .startsWith("read as a zone file: the TXT record of _mta-sts.Example.org.example.org, where no sender"
                        + " looks for it: a name without a final dot gets the origin added, so write the dot ");
        assertThat(written.exit()).isZero();
    }

    @Test
    void whatPowerShellCutOffIsToBePrintedWhole() {
        String table = """
                Name                     Type   TTL   Section    Strings
                ----                     ----   ---   -------    -------
                _smtp._tls.example.org   TXT    300   Answer     {v=TLSRPTv1; rua=mailto:a@example.org,mai...
                """;

        Program run = Program.fed(table, "lint", "tlsrpt", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .isEqualTo("mta-sts-check: standard input is what Resolve-DnsName prints, with the end of a record cut"
                        + " off; print it with '| Format-List' behind the command\n");
    }

    @Test
    void aTextOfAnotherKindIsInvalid() {
        Program run = Program.fed("hello", "lint", "record", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.out()).contains("  1 | hello\n    | ^^^^^ error RECORD_VERSION_INVALID");
    }

    @Test
    void aPlaceholderInARepairSaysWhatItStandsFor() {
        Program run = Program.fed("version: STSv1\nmode: enforce\nmax_age: 604800\n", "lint", "policy", "-");

        assertThat(run.out()).contains("\nmx: your-mx-host.example\n");
    }

    @Test
    void theLevelDecidesWhetherAWarningFails() {
        String brief = POLICY.replace("604800", "86400");

        assertThat(Program.fed(brief, "lint", "policy", "-").exit()).isZero();
        assertThat(Program.fed(brief, "lint", "--fail-on", "warning", "policy", "-")
                        .exit())
                .isEqualTo(ExitCode.ISSUES);
        assertThat(Program.fed("", "lint", "--fail-on", "never", "policy", "-").exit())
                .isZero();
    }

    @Test
    void jsonHasTheTextItsIssuesAndTheRecommendations() {
        Program run = Program.fed("v=STSv1; id=a-b", "lint", "record", "-", "--json");

        assertThat(run.reports().get(0))
                .containsOnlyKeys(
                        "dns_record", "issues", "recommendations", "form", "owner", "records", "status", "note")
                .containsEntry("form", "text")
                .containsEntry("status", "one")
                .containsEntry("note", null);
        assertThat(run.out()).contains("\"valid\":false", "\"code\":\"RECORD_ID_INVALID\"", "\"code\":\"FIX_RECORD\"");
    }

    @Test
    void jsonSaysWhySendersUseNoRecord() {
        Map<String, Object> several = json("\"v=STSv1; id=1\"\n\"v=STSv1; id=2\"\n");
        Map<String, Object> unseen = json("\"v=STSv1 ; id=1\"\n\"other\"\n");
        Map<String, Object> misplaced = json("mta-sts TXT \"v=STSv1; id=1\"\n");

        assertThat(several).containsEntry("status", "several");
        assertThat(note(several))
                .isEqualTo("read as quoted text, as dig +short and web forms have it: 2 MTA-STS records;"
                        + " senders use none where there are several, so keep one");
        assertThat(unseen).containsEntry("status", "unseen");
        assertThat(note(unseen)).contains("which senders do not see there");
        assertThat(misplaced).containsEntry("status", "misplaced");
        assertThat(note(misplaced)).contains("where no sender looks for it");
    }

    /** Of records without an error, for which the exit code is 1 nevertheless. */
    private static Map<String, Object> json(String records) {
        Program run = Program.fed(records, "lint", "--json", "record", "-");
        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.out()).doesNotContain("\"severity\":\"ERROR\"");
        return run.reports().get(0);
    }

    private static String note(Map<String, Object> report) {
        return String.valueOf(report.get("note"));
    }

    @Test
    void aWildcardForEverybodysHostsIsFoundByTheListOfPublicSuffixes() {
        Program run = Program.fed(POLICY.replace("mail.example.org", "*.co.uk"), "lint", "policy", "-");

        assertThat(run.out()).contains("warning POLICY_MX_BROAD", "where anybody can register one");
    }

    @Test
    void aFileIsReadAsItsOctetsAre(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("latin1"), new byte[] {'m', 'o', 'd', 'e', ':', ' ', (byte) 0xE4, '\n'});

        Program run = Program.run("lint", "policy", file.toString());

        assertThat(run.out()).contains("  1 | mode: \\xE4\n    |       ^^^^ error POLICY_NOT_UTF8");
    }

    @Test
    void anUnknownKindIsAUsageError() {
        Program run = Program.run("lint", "polcy", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("'polcy' is not one of record, policy, tlsrpt\n")
                .endsWith("Try 'mta-sts-check lint --help'.\n");
    }
}
