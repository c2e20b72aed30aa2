package io.github.mtasts.check;

import static io.github.mtasts.check.ReportSamples.base64;
import static io.github.mtasts.check.ReportSamples.entries;
import static io.github.mtasts.check.ReportSamples.gzip;
import static io.github.mtasts.check.ReportSamples.mail;
import static io.github.mtasts.check.ReportSamples.octets;
import static io.github.mtasts.check.ReportSamples.report;
import static io.github.mtasts.check.ReportSamples.tar;
import static io.github.mtasts.check.ReportSamples.text;
import static io.github.mtasts.check.ReportSamples.zip;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        assertThat(run.answers()).containsExactly("1 in post.example!example.org!1!2!1.json.gz");
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

        Program run = Program.report(files);

        assertThat(run.exit()).isZero();
        assertThat(run.reports())
                .hasSize(files.size())
                .allSatisfy(answer -> assertThat(answer).containsEntry("report_id", "1"));
        assertThat(run.answers())
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
        assertThat(run.answers().subList(0, 3))
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

        Program run = Program.report(files);

        assertThat(run.exit()).isZero();
        assertThat(run.answers())
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
                .endsWith(" In all, 0 of 7 sessions failed: 2 reports without failures, 1 report that came again ");
        assertThat(json.reports().stream().map(answer -> String.valueOf(answer.get("same_as"))))
                .containsExactly("null", first, "null");
    }

    private String write(String name, String text) throws IOException {
        return write(name, octets(text));
    }

    private String write(String name, byte[] octets) throws IOException {
        return Files.write(folder.resolve(name), octets).toString();
    }
}
