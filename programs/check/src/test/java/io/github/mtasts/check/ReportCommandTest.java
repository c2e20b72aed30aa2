package io.github.mtasts.check;

import static io.github.mtasts.check.ReportSamples.GOOD;
import static io.github.mtasts.check.ReportSamples.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.tlsrpt.DeviationCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS reports from strangers: each file is answered in its place, whatever it is. */
class ReportCommandTest {

    @TempDir
    private Path folder;

    @Test
    void jsonHasTheReportsFactsInTheirOrder() {
        Program run = Program.fed(GOOD, "report", "--json", "-");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .isEqualTo("{\"valid\":true,\"organization\":\"Example Post\",\"report_id\":\"1\",\"policies\":2,"
                        + "\"policy_domains\":[\"example.org\",null],\"successful\":8,\"failed\":4,"
                        + "\"result_types\":{\"tlsa-invalid\":2,\"of-my-own\":2},"
                        + "\"deviations\":["
                        + "{\"code\":\"REPORT_RESULT_TYPE_UNKNOWN\",\"severity\":\"INFO\","
                        + "\"message\":\"policies[0].failure-details[1].result-type is not a result type of RFC 8460\","
                        + "\"remedy\":\"" + DeviationCode.REPORT_RESULT_TYPE_UNKNOWN.remedy() + "\","
                        + "\"rfc\":\"RFC 8460 §4.3\",\"path\":\"policies[0].failure-details[1].result-type\",\"places\":1},"
                        + "{\"code\":\"REPORT_MEMBER_MISSING\",\"severity\":\"WARNING\","
                        + "\"message\":\"policies[1].policy.policy-domain is missing\","
                        + "\"remedy\":\"" + DeviationCode.REPORT_MEMBER_MISSING.remedy() + "\","
                        + "\"rfc\":\"RFC 8460 §4.4\",\"path\":\"policies[1].policy.policy-domain\",\"places\":1}],"
                        + "\"start\":\"2026-11-23T00:00:00Z\",\"end\":\"2026-11-23T23:59:59Z\","
                        + "\"contact\":\"tlsrpt@post.example\",\"by_policy\":["
                        + "{\"policy_type\":\"no-policy-found\",\"policy_domain\":\"example.org\",\"mode\":null,"
                        + "\"mx_host\":[],\"successful\":3,\"failed\":4,\"failures\":["
                        + failure("tlsa-invalid", 1) + "," + failure("of-my-own", 2) + "," + failure("tlsa-invalid", 1)
                        + "]},{\"policy_type\":\"no-policy-found\",\"policy_domain\":null,\"mode\":null,"
                        + "\"mx_host\":[],\"successful\":5,\"failed\":0,\"failures\":[]}],"
                        + "\"file\":\"-\",\"entry\":null,\"same_as\":null}\n");
    }

    private static String failure(String type, int sessions) {
        return "{\"result_type\":\"" + type + "\",\"failed\":" + sessions + ",\"receiving_mx_hostname\":null,"
                + "\"receiving_mx_helo\":null,\"receiving_ip\":null,\"sending_mta_ip\":null,"
                + "\"failure_reason_code\":null,\"additional_information\":null}";
    }

    @Test
    void jsonHasTheHostsAndAddressesOfEachFailure() {
        String text = """
                {"organization-name": "Example Post", "report-id": "1", "contact-info": "tlsrpt@post.example",
                 "date-range": {"start-datetime": "2026-11-23T00:00:00Z", "end-datetime": "2026-11-23T23:59:59Z"},
                 "policies": [
                  {"policy": {"policy-type": "sts", "policy-domain": "example.org",
                              "policy-string": ["version: STSv1", "mode: testing", "mx: *.example.org", "max_age: 86400"]},
                   "summary": {"total-failure-session-count": 4},
                   "failure-details": [{"result-type": "validation-failure", "failed-session-count": 4,
                                        "sending-mta-ip": "192.0.2.25", "receiving-ip": "198.51.100.1",
                                        "receiving-mx-hostname": "mx1.example.org", "receiving-mx-helo": "mx",
                                        "failure-reason-code": "5", "additional-information": "none"}]}]}
                """;

        Map<String, Object> report =
                Program.fed(text, "report", "--json", "-").reports().get(0);

        assertThat(report.get("by_policy"))
                .hasToString("[{policy_type=sts, policy_domain=example.org, mode=testing, mx_host=[*.example.org],"
                        + " successful=null, failed=4, failures=[{result_type=validation-failure, failed=4,"
                        + " receiving_mx_hostname=mx1.example.org, receiving_mx_helo=mx, receiving_ip=198.51.100.1,"
                        + " sending_mta_ip=192.0.2.25, failure_reason_code=5, additional_information=none}]}]");
    }

    @Test
    void theOctetsAndNotTheNameSayWhetherAFileIsCompressed() throws IOException {
        String packed = write("packed.json", gzip(GOOD.getBytes(StandardCharsets.UTF_8)));
        String plain = write("plain.json.gz", GOOD.getBytes(StandardCharsets.UTF_8));

        Program run = Program.run("report", "--json", packed, plain);

        assertThat(run.exit()).isZero();
        assertThat(run.reports())
                .hasSize(2)
                .allSatisfy(report -> assertThat(report).containsEntry("valid", true));
    }

    @Test
    void theHeadlineNamesEveryDayOfThePeriod() {
        Map<String, String> periods = new LinkedHashMap<>();
        periods.put("2026-11-23T23:59:59Z", " failed on 2026-11-23, says");
        periods.put("2026-11-24T00:00:00Z", " failed on 2026-11-23, says");
        periods.put("2026-11-29T23:59:59Z", " failed from 2026-11-23 to 2026-11-29, says");
        periods.forEach((end, words) -> assertThat(Program.fed(GOOD.replace("2026-11-23T23:59:59Z", end), "report", "-")
                        .out()
                        .replaceAll("\n +", " "))
                .contains(words));
    }

    @Test
    void theTotalHasEachReportInOneGroup() throws IOException {
        String good = write("good.json", GOOD.getBytes(StandardCharsets.UTF_8));
        String invalid = write("invalid.json", GOOD.replace("report-id", "x").getBytes(StandardCharsets.UTF_8));
        byte[] packed = gzip((GOOD + " ".repeat(9000)).getBytes(StandardCharsets.UTF_8));
        String cut = write("cut.gz", Arrays.copyOf(packed, packed.length / 2));

        Program run = Program.run("report", good, invalid, cut);

        assertThat(run.out()).endsWith("""

                        In all, 8 of 24 sessions failed: 1 report with failures, 1 invalid report, 1
                        error
                        """);
    }

    @Test
    void theTotalOfErrorsHasNoSessions() throws IOException {
        Program run = Program.run("report", write("a", new byte[] {'x'}), write("b", new byte[] {'y'}));

        assertThat(run.out()).endsWith("\nNo report: 2 errors\n");
    }

    @Test
    void aPipeIsReadAsAStream() {
        assumeThat(Path.of("/dev/stdin")).exists();

        Program run = Program.fed(GOOD, "report", "--json", "/dev/stdin");

        assertThat(run.exit()).isZero();
        assertThat(run.reports().get(0)).containsEntry("file", "/dev/stdin").containsEntry("valid", true);
        assertThat(Program.fed("v=STSv1; id=1", "lint", "record", "/dev/stdin").exit())
                .isZero();
    }

    @Test
    void anEmptyArgumentIsNotTheCurrentFolder() {
        Program run = Program.run("report", "");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEqualTo("a file name is empty\n");
    }

    @Test
    void standardInputIsReadOnce() {
        Program run = Program.fed(GOOD, "report", "--json", "-", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.reports().get(1)).containsEntry("error", "standard input can be read only once");
    }

    @Test
    void whatCannotBeReadIsAnsweredInItsPlaceAndTheRestGoesOn() throws IOException {
        String good = write("good.json", GOOD.getBytes(StandardCharsets.UTF_8));
        String bad = write("bad.json", "{not JSON".getBytes(StandardCharsets.UTF_8));
        Files.createDirectory(folder.resolve("empty"));

        Program run = Program.run("report", "--json", "no-such-file", good, folder + "/empty", bad, good);

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEmpty();
        assertThat(run.reports())
                .extracting(report -> report.getOrDefault("error", "").toString())
                .satisfiesExactly(
                        error -> assertThat(error).isEqualTo("cannot read no-such-file: no such file or folder"),
                        error -> assertThat(error).isEmpty(),
                        error -> assertThat(error).isEqualTo(folder + "/empty is a folder without files"),
                        error -> assertThat(error)
                                .isEqualTo(bad + " is not a TLS report: it is not JSON (line 1, column 2)"),
                        error -> assertThat(error).isEmpty());
    }

    @Test
    void aFileThatIsNotAReportSaysWhy() throws IOException {
        byte[] packed = gzip(GOOD.getBytes(StandardCharsets.UTF_8));
        byte[] damaged = packed.clone();
        Arrays.fill(damaged, 20, 60, (byte) 0x55);
        List<String> files = List.of(
                write("0", new byte[0]),
                write("1", " \n".getBytes(StandardCharsets.UTF_8)),
                write("2", "[1]".getBytes(StandardCharsets.UTF_8)),
                write("3", "null".getBytes(StandardCharsets.UTF_8)),
                write("4", "1 2".getBytes(StandardCharsets.UTF_8)),
                write("5", "{\"report-id\": \"1\", \"report-id\": \"2\"}".getBytes(StandardCharsets.UTF_8)),
                write("6", "{\"organization-name\": \"M\u00FCller\"}".getBytes(StandardCharsets.ISO_8859_1)),
                write("7", GOOD.getBytes(StandardCharsets.UTF_16)),
                write("8", Arrays.copyOf(packed, packed.length / 2)),
                write("9", damaged),
                write("10", new byte[] {0x1F, (byte) 0x8B}));

        Program run = Program.report(files);

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        List<String> errors = run.reports().stream()
                .map(report -> String.valueOf(report.get("error")))
                .toList();
        assertThat(errors)
                .hasSize(files.size())
                .allSatisfy(error -> assertThat(error).contains(" is not a TLS report: it"));
        assertThat(errors.get(0)).endsWith("it is empty");
        assertThat(errors.get(1)).endsWith("it is empty");
        assertThat(errors.get(2)).endsWith("it is a JSON array, not an object");
        assertThat(errors.get(3)).endsWith("it is null, not an object");
        assertThat(errors.get(4)).contains("it is not JSON: something follows the report");
        assertThat(errors.get(5)).endsWith("it has the same name twice in an object (line 1, column 31)");
        assertThat(errors.get(6)).endsWith("it is not UTF-8");
        assertThat(errors.get(7)).endsWith("it is UTF-16 text, and JSON is UTF-8");
        assertThat(errors.subList(8, 11))
                .allSatisfy(error -> assertThat(error).endsWith("its gzip data is damaged or cut off"));
    }

    @Test
    void aByteOrderMarkIsSkippedAndNamed() {
        Program run = Program.fed("\u00EF\u00BB\u00BF" + GOOD, "report", "--json", "-");

        assertThat(run.exit()).isZero();
        assertThat(codes(run)).startsWith("REPORT_BYTE_ORDER_MARK");
        assertThat(codes(Program.fed(GOOD, "report", "--json", "-")))
                .isNotEmpty()
                .doesNotContain("REPORT_BYTE_ORDER_MARK");
    }

    @Test
    void aReportThatLacksWhatItIsForIsShownAndExitsWithOne() {
        Program run = Program.fed(GOOD.replace("\"report-id\"", "\"id\""), "report", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.out())
                .startsWith("example.org   INVALID   report-id is missing\n")
                .contains("3 sessions successful, 4 failed");
    }

    @Test
    void severalFilesAreAddedUp() throws IOException {
        String good = write("good.json", GOOD.getBytes(StandardCharsets.UTF_8));

        String other = write("other.json", GOOD.replace("\"1\"", "\"2\"").getBytes(StandardCharsets.UTF_8));

        Program run = Program.run("report", good, "no-such-file", other);

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out())
                .contains("\ncannot read no-such-file: no such file or folder\n")
                .endsWith("\nIn all, 8 of 24 sessions failed: 2 reports with failures, 1 error\n");
    }

    @Test
    void oneFileAloneIsNotAddedUp() {
        Program run = Program.fed(GOOD, "report", "-");

        assertThat(run.out())
                .startsWith("example.org   FAILURES   4 of 12 sessions failed")
                .doesNotContain("─");
    }

    @Test
    void whatDoesNotShowIsEscaped() {
        String hostile = "\u001B[2J\u009B31m\u202E";
        String text = GOOD.replace("Example Post", "\\u001b[2J\u009B31m\u202E")
                .replace("of-my-own", "x\u202E")
                .replace("example.org", "\\u001b]0;x\\u0007");
        String octets = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        Program page = Program.fed(octets, "report", "-");
        Program json = Program.fed(octets, "report", "--json", "-");

        assertThat(page.out())
                .contains("\\x1B[2J\\x9B31m\\u{202E}")
                .doesNotContain("\u001B", "\u009B", "\u202E", "\u0007");
        assertThat(json.out()).doesNotContain("\u001B", "\u009B", "\u202E", "\u0007");
        assertThat(json.reports().get(0)).containsEntry("organization", hostile);
    }

    @Test
    void aReaderThatGoesAwayIsNotLoggedAsAFailure() throws IOException {
        String good = write("good.json", GOOD.getBytes(StandardCharsets.UTF_8));
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" | head -n 1", "sh"));
        List<String> arguments = new ArrayList<>(List.of("report"));
        for (int i = 0; i < 500; i++) {
            arguments.add(good);
        }
        command.addAll(Program.command("io.github.mtasts.check.Main", arguments));

        Program run = Program.start(command, "", Map.of());

        assertThat(run.lines()).hasSize(1);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void withoutAFileItSaysWhatIsMissing() {
        Program run = Program.run("report");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("FILE").endsWith("Try 'mta-sts-check report --help'.\n");
    }

    private static List<Object> codes(Program run) {
        List<Object> codes = new ArrayList<>();
        for (Object deviation :
                (List<?>) Objects.requireNonNull(run.reports().get(0).get("deviations"))) {
            codes.add(((Map<?, ?>) deviation).get("code"));
        }
        return codes;
    }

    private String write(String name, byte[] octets) throws IOException {
        return Files.write(folder.resolve(name), octets).toString();
    }
}
