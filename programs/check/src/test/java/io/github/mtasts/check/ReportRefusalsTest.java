package io.github.mtasts.check;

import static io.github.mtasts.check.ReportSamples.entries;
import static io.github.mtasts.check.ReportSamples.gzip;
import static io.github.mtasts.check.ReportSamples.octets;
import static io.github.mtasts.check.ReportSamples.report;
import static io.github.mtasts.check.ReportSamples.tar;
import static io.github.mtasts.check.ReportSamples.zip;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no report, or has no end: each says what it is, and costs no other. */
class ReportRefusalsTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsNotAReportSaysWhatItIs() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "it is a DMARC report, about SPF and DKIM and not about TLS",
                gzip("<?xml version=\"1.0\"?>\n<feedback><report_metadata/></feedback>"));
        files.put("it is an HTML page", octets("\u00EF\u00BB\u00BF\n<!DOCTYPE html><html></html>"));
        files.put("it is XML", octets("<x/>"));
        files.put("it is UTF-16 text, and JSON is UTF-8", report("1").getBytes(StandardCharsets.UTF_16));
        files.put("it is a zip archive with nothing in it", zip(Map.of()));
        files.put("it is a tar archive with nothing in it", tar(entries("x/", new byte[0])));
        files.put("it is empty", gzip(""));
        files.put("it is a mail without a report; it holds text/html, text/plain", octets("""
                From: a@post.example
                Content-Type: multipart/alternative; boundary=x

                --x
                Content-Type: text/plain

                hello
                --x
                Content-Type: text/html

                <p>hello</p>
                --x--
                """));
        files.put(
                "it is an MTA-STS policy; 'mta-sts-check lint policy' reads it",
                octets("version: STSv1\nmode: none\n"));
        files.put("it is a PDF file", octets("%PDF-1.7\n"));
        files.put(
                "it is a message as Outlook saves it; save it as .eml, or save what is attached to it",
                octets("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"));
        files.put("it is an image", octets("\u0089PNG\r\n"));
        files.put("it is packed with bzip2, which is not read; unpack it first", octets("BZh91AY&SY"));
        List<String> names = new ArrayList<>();
        for (byte[] octets : files.values()) {
            names.add(write("f" + names.size(), octets));
        }
        names.add(write("le", report("1").getBytes(StandardCharsets.UTF_16LE)));
        names.add(write("utf32be", report("1").getBytes(Charset.forName("UTF-32BE"))));
        names.add(write("utf32le", report("1").getBytes(Charset.forName("UTF-32LE"))));

        Program run = Program.report(names);

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        List<String> whys = run.answers().stream()
                .map(error -> error.replaceFirst(".* is not a TLS report: ", ""))
                .toList();
        assertThat(whys.subList(0, files.size())).containsExactlyElementsOf(files.keySet());
        assertThat(whys.subList(files.size(), names.size()))
                .containsExactly(
                        "it is UTF-16 text, and JSON is UTF-8",
                        "it is UTF-32 text, and JSON is UTF-8",
                        "it is UTF-32 text, and JSON is UTF-8");
    }

    @Test
    void namesOfEntriesAreEscapedAndLeadNowhere() throws IOException {
        String zip = write("a.zip", zip(Map.of("../../\u001B[2J\u202E.json", octets(report("1")))));

        Program page = Program.run("report", zip);
        Program json = Program.run("report", "--json", zip);

        assertThat(page.out()).contains("../../\\x1B[2J\\u{202E}.json").doesNotContain("\u001B", "\u202E");
        assertThat(json.out()).doesNotContain("\u001B", "\u202E");
        assertThat(json.reports().get(0)).containsEntry("entry", "../../\u001B[2J\u202E.json");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void whatIsDamagedSaysSoAndTheRestGoesOn() throws IOException {
        byte[] packed = gzip(report("2"));
        packed[packed.length / 2] ^= 0x55;
        byte[] whole = zip(entries("a.json", octets(report("1")), "b.json.gz", packed, "c.json", octets(report("3"))));
        String zip = write("a.zip", whole);
        byte[] cut = new byte[whole.length / 2];
        System.arraycopy(whole, 0, cut, 0, cut.length);

        Program run = Program.run("report", "--json", zip, write("cut.zip", cut));

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.answers().subList(0, 3))
                .containsExactly(
                        "1 in a.json",
                        zip + ": b.json.gz is not a TLS report: its gzip data is damaged or cut off",
                        "3 in c.json");
        assertThat(run.answers().get(run.answers().size() - 1))
                .isEqualTo(folder + "/cut.zip is not read to its end: its zip data is damaged or cut off");
    }

    @Test
    void containersWithoutEndAreLeftInTime() throws IOException {
        Map<String, byte[]> tiny = new LinkedHashMap<>();
        for (int i = 0; i < 10_001; i++) {
            tiny.put("e" + i + "/", new byte[0]);
        }
        byte[] deep = octets(report("1"));
        for (int i = 0; i < 9; i++) {
            deep = gzip(deep);
        }
        StringBuilder nested = new StringBuilder("MIME-Version: 1.0\n");
        for (int i = 0; i < 3000; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        List<String> files = List.of(
                write("tiny.zip", zip(tiny)),
                write("deep.gz", deep),
                write("bomb.zip", bomb(40)),
                write("nested.eml", nested.toString()),
                write("box", gzip("From a@b Mon Nov 23 00:00:00 2026\n\n".repeat(10_001))),
                write("name.tar.gz", gzip(longName(100 << 20))),
                write("header.eml", gzip("Subject: x\nX: " + "y".repeat(40 << 20))));

        Program run = Program.report(files);

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.err()).isEmpty();
        List<String> last = new ArrayList<>();
        for (String file : files) {
            last.add(run.answers().stream()
                    .filter(error -> error.startsWith(file))
                    .reduce((a, b) -> b)
                    .orElseThrow());
        }
        assertThat(last.get(0)).endsWith(" is not read to its end: it has more than 10,000 entries");
        assertThat(last.get(1)).endsWith("it is packed deeper than 8 levels");
        assertThat(last.get(2)).endsWith(" is not read to its end: it has more than 1024 MiB");
        assertThat(last.get(3)).endsWith("it has parts nested deeper than 20 levels");
        assertThat(last.get(4)).endsWith(" is not read to its end: it has more than 10,000 entries");
        assertThat(last.get(5)).endsWith("its tar data is damaged or cut off");
        assertThat(last.get(6)).endsWith("it has a line or a header of more than 1 MiB");
    }

    /** Entries that each unpack to 32 MiB of blanks. */
    private static byte[] bomb(int count) throws IOException {
        byte[] blanks = octets(" ".repeat(32 << 20));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < count; i++) {
                zip.putNextEntry(new ZipEntry("b" + i));
                zip.write(blanks);
            }
        }
        return out.toByteArray();
    }

    /** As GNU tar writes a name that is too long for a header: as the content of an entry before it. */
    private static byte[] longName(int length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            name.setSize(length);
            tar.putArchiveEntry(name);
            tar.write(octets("x".repeat(length)));
            tar.closeArchiveEntry();
        }
        return out.toByteArray();
    }

    private String write(String name, String text) throws IOException {
        return write(name, octets(text));
    }

    private String write(String name, byte[] octets) throws IOException {
        return Files.write(folder.resolve(name), octets).toString();
    }
}
