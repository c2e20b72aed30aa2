package io.github.mtasts.check;

import static io.github.mtasts.check.ReportSamples.gzip;
import static io.github.mtasts.check.ReportSamples.octets;
import static io.github.mtasts.check.ReportSamples.report;
import static io.github.mtasts.check.ReportSamples.zip;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several reports one behind the other in a file, as a log or a script makes it. */
class ReportsInOneFileTest {

    @TempDir
    private Path folder;

    @Test
    void theyAreNamedByTheirPosition() throws IOException {
        String lines = line("1") + line("2") + line("3");
        List<String> files = List.of(
                write("lines.jsonl", octets(lines)),
                write("joined.gz", gzip(lines.replace("\n", ""))),
                write("a.zip", zip(Map.of("r.json", octets(report("4") + report("5"))))));

        Program run = Program.report(files);

        assertThat(run.exit()).isZero();
        assertThat(run.answers())
                .containsExactly(
                        "1 in report 1",
                        "2 in report 2",
                        "3 in report 3",
                        "1 in report 1",
                        "2 in report 2",
                        "3 in report 3",
                        "4 in r.json: report 1",
                        "5 in r.json: report 2");
        assertThat(run.reports().get(3)).containsEntry("same_as", folder + "/lines.jsonl: report 1");
    }

    @Test
    void aBrokenOneIsNamedAndCostsNoOther() throws IOException {
        String cut = line("2").substring(0, 100) + "\n";
        String latin1 = line("4").replace("Example", "B\u00FCcher");
        String file = write("lines.jsonl", octets(line("1") + cut + line("3") + latin1 + "oops\n" + line("6")));

        Program run = Program.run("report", "--json", file);

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.answers())
                .containsExactly(
                        "1 in report 1",
                        file + ": report 2 is not a TLS report: it is not JSON (line 1, column 101)",
                        "3 in report 3",
                        file + ": report 4 is not a TLS report: it is not UTF-8",
                        file + ": report 5 is not a TLS report: it is not JSON (line 1, column 1)",
                        "6 in report 6");
    }

    @Test
    void theyAreBoundedAsEntriesAre() throws IOException {
        String file = write("many.json", octets(line("1") + "{}".repeat(10_100)));

        Program run = Program.run("report", "--json", file);

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.lines()).hasSize(10_002);
        assertThat(run.answers()).last().isEqualTo(file + " is not read to its end: it has more than 10,000 entries");
    }

    @Test
    void thoseBeforeAFileIsCutOffAreShown() throws IOException {
        byte[] packed = gzip(line("1") + line("2") + line("3") + "{\"x\": \"" + "abc".repeat(20_000));
        byte[] cut = Arrays.copyOf(packed, packed.length - 20);
        String file = write("cut.gz", cut);

        Program run = Program.run("report", "--json", file);

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.answers())
                .containsExactly(
                        "1 in report 1",
                        "2 in report 2",
                        "3 in report 3",
                        file + " is not read to its end: its gzip data is damaged or cut off");
    }

    private static String line(String id) {
        return report(id).replace("\n", "") + "\n";
    }

    private String write(String name, byte[] octets) throws IOException {
        return Files.write(folder.resolve(name), octets).toString();
    }
}
