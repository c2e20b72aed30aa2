package io.github.mtasts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports as they come: in mails, mailboxes, archives and folders. */
class ReportContainersTest {

    @TempDir
    private Path folder;

    @Test
    void aMailAsTheRfcHasItIsRead() throws IOException {
        String mail = write("a.eml", mail(report("1")));

        Program run = Program.run("report", "--json", mail);

        assertThat(run.exit()).isZero();
        assertThat(answers(run)).containsExactly("1 in post.example!example.org!1!2!1.json.gz");
        assertThat(run.reports().get(0)).containsEntry("file", mail);
    }

    @Test
    void aPageNamesTheEntry() throws IOException {
        Program run = Program.run("report", write("a.eml", mail(report("1"))));

        assertThat(run.out().replaceAll("\n +", " "))
                .contains(" file    " + folder + "/a.eml: post.example!example.org!1!2!1.json.gz from    Example Post");
    }

    @Test
    void aMailMayHoldItsReportInManyWays() throws IOException {
        String json = report("1");
        String header = "Subject: x\nMIME-Version: 1.0\n";
        List<String> files = List.of(
                write("plain.eml", header + "Content-Type: application/tlsrpt+json\n\n" + json),
                write("crlf.eml", (header + "Content-Type: application/json\n\n").replace("\n", "\r\n") + json),
                write(
                        "quoted.eml",
                        header + """
                        Content-Type: application/tlsrpt+json; name="r.json"
                        Content-Transfer-Encoding: quoted-printable

                        """
                                + json.replace("=", "=3D")
                                        .replace("Example", "Ex=61mple")
                                        .replace(", ", ",=\n ")),
                write("wrong-type.eml", header + "Content-Type: text/plain\n\n" + json),
                write("octets.eml", header + """
                        Content-Type: application/octet-stream
                        Content-Transfer-Encoding: base64

                        """ + base64(gzip(json))),
                write("zip.eml", header + """
                        Content-Type: application/zip
                        Content-Transfer-Encoding: base64
                        Content-Disposition: attachment; filename=r.zip

                        """ + base64(zip(Map.of("r.json", octets(json))))),
                write("attached.eml", header + """
                        Content-Type: application/octet-stream; name=report.eml
                        Content-Transfer-Encoding: base64

                        """ + base64(mail(json))),
                write("forwarded.eml", header + """
                        Content-Type: multipart/mixed; boundary=f

                        --f
                        Content-Type: text/plain

                        look at this
                        --f
                        Content-Type: message/rfc822

                        """ + text(mail(json)) + "\n--f--\n"));

        Program run = Program.run(command(files));

        assertThat(run.exit()).isZero();
        assertThat(run.reports())
                .hasSize(files.size())
                .allSatisfy(answer -> assertThat(answer).containsEntry("report_id", "1"));
        assertThat(answers(run))
                .containsExactly(
                        "1 in part 1",
                        "1 in part 1",
                        "1 in r.json",
                        "1 in part 1",
                        "1 in part 1",
                        "1 in r.zip: r.json",
                        "1 in report.eml: post.example!example.org!1!2!1.json.gz",
                        "1 in post.example!example.org!1!2!1.json.gz");
    }

    @Test
    void eachMessageOfAMailboxIsRead() throws IOException {
        String box = "From a@b Mon Nov 23 00:00:00 2026\n" + text(mail(report("1"))) + "\n\n"
                + "From a@b Mon Nov 23 00:00:00 2026\nSubject: hello\n\nFrom here on, nothing but text.\n\n"
                + "From a@b Mon Nov 23 00:00:00 2026\r\n"
                + text(mail(report("3"))).replace("\n", "\r\n");

        Program run = Program.run("report", "--json", write("mbox", box), write("mbox.gz", gzip(box)));

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(answers(run).subList(0, 3))
                .containsExactly(
                        "1 in message 1: post.example!example.org!1!2!1.json.gz",
                        folder
                                + "/mbox: message 2 is not a TLS report: it is a mail without a report; it holds text/plain",
                        "3 in message 3: post.example!example.org!1!2!1.json.gz");
        assertThat(run.reports()).hasSize(6);
    }

    @Test
    void archivesOfAnyKindAreReadToTheirBottom() throws IOException {
        byte[] inner = zip(entries("b.json.gz", gzip(report("2")), "mail/c.eml", mail(report("3"))));
        List<String> files = List.of(
                write("a.zip", zip(entries("a.json", octets(report("1")), "inner.zip", inner))),
                write("a.tar", tar(entries("a.json", octets(report("1")), "inner.zip", inner))),
                write("a.tgz", gzip(tar(entries("x/", new byte[0], "x/a.json.gz", gzip(report("1")))))));

        Program run = Program.run(command(files));

        assertThat(run.exit()).isZero();
        assertThat(answers(run))
                .containsExactly(
                        "1 in a.json",
                        "2 in inner.zip: b.json.gz",
                        "3 in inner.zip: mail/c.eml: post.example!example.org!1!2!1.json.gz",
                        "1 in a.json",
                        "2 in inner.zip: b.json.gz",
                        "3 in inner.zip: mail/c.eml: post.example!example.org!1!2!1.json.gz",
                        "1 in x/a.json.gz");
    }

    @Test
    void aFolderMeansAllFilesInItByName() throws IOException {
        Files.createDirectories(folder.resolve("in/b/c"));
        write("in/z.json", octets(report("3")));
        write("in/a.json", octets(report("1")));
        write("in/b/c/d.json.gz", gzip(report("2")));
        Files.createSymbolicLink(folder.resolve("in/b/circle"), folder.resolve("in"));

        Program run = Program.run("report", "--json", folder.resolve("in").toString());

        assertThat(run.exit()).isZero();
        assertThat(run.reports().stream().map(answer -> answer.get("file") + " " + answer.get("report_id")))
                .containsExactly(folder + "/in/a.json 1", folder + "/in/b/c/d.json.gz 2", folder + "/in/z.json 3");
    }

    @Test
    void aFolderWithoutFilesIsAnError() throws IOException {
        Files.createDirectories(folder.resolve("in/b"));

        Program run = Program.run("report", folder.resolve("in").toString());

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out().replace("\n", " ")).contains(folder + "/in is a folder without files");
    }

    @Test
    void ofAMaildirTheMailsAreRead() throws IOException {
        for (String name : List.of("cur", "new", "tmp", ".reports/cur", ".reports/new")) {
            Files.createDirectories(folder.resolve("in").resolve(name));
        }
        write("in/dovecot-uidlist", "3 V1 N2");
        write("in/tmp/x", "From: half a mail");
        write("in/.reports/maildirfolder", "");
        write("in/cur/1", mail(report("1")));
        write("in/.reports/new/2", mail(report("2")));

        Program run = Program.run("report", "--json", folder.resolve("in").toString());

        assertThat(run.exit()).isZero();
        assertThat(run.reports().stream().map(answer -> answer.get("file")))
                .containsExactly(folder + "/in/.reports/new/2", folder + "/in/cur/1");
    }

    @Test
    void aFolderThatIsTooDeepIsToldOnce() throws IOException {
        Files.createDirectories(folder.resolve("in/" + "d/".repeat(21)));
        write("in/" + "d/".repeat(21) + "a.json", report("1"));

        Program run = Program.run("report", "--json", folder.resolve("in").toString());

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.reports()).hasSize(1);
        assertThat(run.out()).contains(" is nested deeper than 20 folders, and is not read");
    }

    @Test
    void theSameReportIsCountedOnce() throws IOException {
        String first = write("first.json", octets(report("1")));
        String again = write("again.eml", mail(report("1").replace("tlsrpt@post.example", "other@post.example")));
        String other = write(
                "other.json",
                octets(report("1")
                        .replace("\"total-successful-session-count\": 3", "\"total-successful-session-count\": 4")));

        Program page = Program.run("report", first, again, other);
        Program json = Program.run("report", "--json", first, again, other);

        assertThat(page.exit()).isZero();
        assertThat(page.out().replace("\n", " "))
                .contains("again.eml: post.example!example.org!1!2!1.json.gz is the same report as " + first
                        + " (Example Post, 1), and is counted once.")
                .endsWith(" 3 files: 0 of 7 sessions failed; 2 reports without failures, 1 report that came again ");
        assertThat(json.reports().stream().map(answer -> String.valueOf(answer.get("same_as"))))
                .containsExactly("null", first, "null");
    }

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

        Program run = Program.run(command(names));

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        List<String> whys = answers(run).stream()
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
        assertThat(answers(run).subList(0, 3))
                .containsExactly(
                        "1 in a.json",
                        zip + ": b.json.gz is not a TLS report: its gzip data is damaged or cut off",
                        "3 in c.json");
        assertThat(answers(run).get(answers(run).size() - 1))
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

        Program run = Program.run(command(files));

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.err()).isEmpty();
        List<String> last = new ArrayList<>();
        for (String file : files) {
            last.add(answers(run).stream()
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

    private static String report(String id) {
        return """
                {"organization-name": "Example Post", "report-id": "%s", "contact-info": "tlsrpt@post.example",
                 "date-range": {"start-datetime": "2026-11-23T00:00:00Z", "end-datetime": "2026-11-23T23:59:59Z"},
                 "policies": [{"policy": {"policy-type": "no-policy-found", "policy-domain": "example.org"},
                   "summary": {"total-successful-session-count": 3, "total-failure-session-count": 0}}]}
                """.formatted(id);
    }

    /** RFC 8460, section 5.3: text for people, and the report. */
    private static byte[] mail(String report) throws IOException {
        return octets("""
                From: tlsrpt@post.example
                To: reports@example.org
                Subject: Report Domain: example.org Submitter: post.example Report-ID: <1@post.example>
                TLS-Report-Domain: example.org
                TLS-Report-Submitter: post.example
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type="tlsrpt"; boundary="b/1"

                --b/1
                Content-Type: text/plain; charset="us-ascii"

                This is an aggregate TLS report from post.example.

                --b/1
                Content-Type: application/tlsrpt+gzip
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment;
                    filename="post.example!example.org!1!2!1.json.gz"

                """ + base64(gzip(report)) + "\n--b/1--\n");
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    private static String base64(byte[] octets) {
        return Base64.getMimeEncoder(76, octets("\n")).encodeToString(octets);
    }

    private static byte[] gzip(String text) throws IOException {
        return gzip(octets(text));
    }

    private static byte[] gzip(byte[] octets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(octets);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
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

    private static byte[] tar(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                TarArchiveEntry header = new TarArchiveEntry(entry.getKey());
                header.setSize(entry.getValue().length);
                tar.putArchiveEntry(header);
                tar.write(entry.getValue());
                tar.closeArchiveEntry();
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

    private static Map<String, byte[]> entries(Object... namesAndOctets) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndOctets.length; i += 2) {
            entries.put((String) namesAndOctets[i], (byte[]) namesAndOctets[i + 1]);
        }
        return entries;
    }

    private String write(String name, String text) throws IOException {
        return write(name, octets(text));
    }

    private String write(String name, byte[] octets) throws IOException {
        return Files.write(folder.resolve(name), octets).toString();
    }

    private static String[] command(List<String> files) {
        List<String> command = new ArrayList<>(List.of("report", "--json"));
        command.addAll(files);
        return command.toArray(String[]::new);
    }

    /** Each error, or the id of the report and the entry that it is in. */
    private static List<String> answers(Program run) {
        return run.reports().stream()
                .map(answer -> answer.containsKey("error")
                        ? String.valueOf(answer.get("error"))
                        : answer.get("report_id") + " in " + answer.get("entry"))
                .toList();
    }
}
