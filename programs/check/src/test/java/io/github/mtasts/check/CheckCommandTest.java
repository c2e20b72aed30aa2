package io.github.mtasts.check;

import static io.github.mtasts.syntax.PolicyMode.ENFORCE;
import static io.github.mtasts.testing.ServedCertificate.daysAgo;
import static io.github.mtasts.testing.ServedCertificate.expired;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.testing.DnsFault;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.MtaStsWorldExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The program against a world on the loopback interface: real DNS, real HTTPS, real exit codes. */
@ExtendWith(MtaStsWorldExtension.class)
class CheckCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void declare(MtaStsWorld world) {
        for (String domain : List.of("good.example", "expired.example")) {
            world.domain(domain)
                    .record("v=STSv1; id=1")
                    .policy(ENFORCE, "mail." + domain)
                    .mx("mail." + domain)
                    .tlsRpt("v=TLSRPTv1; rua=mailto:tlsrpt@" + domain);
        }
        world.domain("expired.example")
                .record("v=STSv1; id=1")
                .policy(ENFORCE, "mail.expired.example")
                .mx("mail.expired.example")
                .certificate(expired(daysAgo(3)));
        world.domain("hidden.example").record(DnsFault.SERVFAIL).mx("mail.hidden.example");
    }

    @Test
    void aHealthyDomainIsFine(MtaStsWorld world) throws IOException {
        Program run = check(world, "good.example");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("good.example   ENFORCED   senders require verified TLS; every MX host is covered\n");
        assertThat(run.out()).doesNotContain("\u001B");
        assertThat(run.exit()).isZero();
    }

    @Test
    void aFaultIsShownAndExitsWithOne(MtaStsWorld world) throws IOException {
        Program run = check(world, "expired.example");

        assertThat(run.out())
                .startsWith("expired.example   BROKEN   the policy host's certificate has expired\n")
                .contains("error FETCH_CERT_EXPIRED (RFC 8461 §3.3)");
        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
    }

    @Test
    void aHiddenAnswerExitsWithThreeAndAFindingComesBeforeIt(MtaStsWorld world) throws IOException {
        assertThat(check(world, "hidden.example").exit()).isEqualTo(ExitCode.UNDETERMINED);
        assertThat(check(world, "good.example", "hidden.example").exit()).isEqualTo(ExitCode.UNDETERMINED);
        assertThat(check(world, "hidden.example", "expired.example").exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(check(world, "--fail-on", "never", "hidden.example", "expired.example")
                        .exit())
                .isZero();
    }

    @Test
    void severalDomainsEndInACount(MtaStsWorld world) throws IOException {
        assertThat(check(world, "good.example", "expired.example").out())
                .endsWith("\n2 domains: 1 ENFORCED, 1 BROKEN\n");
    }

    @Test
    void anArgumentThatIsNotADomainIsAUsageErrorAndNothingIsChecked(MtaStsWorld world) throws IOException {
        Program run = check(world, "--fail-on", "never", "good.example", "not\u001B a domain");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("mta-sts-check: \"not\\x1B a domain\" is not a domain name: ");
        assertThat(world.requests()).isEmpty();
    }

    @Test
    void aListKeepsItsOrderAndEveryLineGetsItsReport(MtaStsWorld world) throws IOException {
        String list = "# ours\nexpired.example\r\n\n  good.example\nnot a domain\nhidden.example";

        Program run = fed(world, list, "--json", "--file", "-", "--concurrency", "2");

        assertThat(run.reports().stream().map(report -> report.get("domain")))
                .containsExactly("expired.example", "good.example", "not a domain", "hidden.example");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
    }

    @Test
    void aListWithoutADomainIsAUsageErrorAndNoEvidenceIsOverwritten() throws IOException {
        Path kept = Files.writeString(folder.resolve("seen.jsonl"), "{}\n");

        Program run = Program.fed(
                "# none yet\n\n", "check", "--file", "-", "--fail-on", "never", "--save-evidence", kept.toString());

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("mta-sts-check: standard input does not contain a domain\n");
        assertThat(kept).hasContent("{}");
    }

    @Test
    void anEmptyArgumentIsAUsageError() {
        assertThat(Program.run("check", "").err())
                .startsWith("mta-sts-check: \"\" is not a domain name: it is empty. ");
    }

    @Test
    void evidenceNeverOverwritesTheList() throws IOException {
        Path list = Files.writeString(folder.resolve("list"), "good.example\n");

        Program run = Program.run("check", "--file", list.toString(), "--save-evidence", list.toString());

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(Files.readString(list)).isEqualTo("good.example\n");
    }

    @Test
    void keptEvidenceReplaysToTheSameReports(MtaStsWorld world) throws IOException {
        Path kept = folder.resolve("seen.jsonl");
        Path list = Files.writeString(folder.resolve("list"), "good.example\nexpired.example\nhidden.example\n");

        Program checked = check(world, "--json", "--save-evidence", kept.toString(), "--file", list.toString());
        Program replayed = Program.run("replay", kept.toString());

        assertThat(checked.lines()).hasSize(3);
        assertThat(replayed.out()).isEqualTo(checked.out());
    }

    @Test
    void withoutLeaveAnAddressThatIsNotPublicIsNotConnectedTo(MtaStsWorld world) {
        Program run = Program.atPort(
                world.httpsPort(), "", List.of("check", "--resolver", resolver(world), "--json", "good.example"));

        assertThat(run.out()).contains("FETCH_BLOCKED_ADDRESS");
        assertThat(world.requests()).isEmpty();
    }

    @Test
    void withoutTheCaFileTheCertificateIsNotTrusted(MtaStsWorld world) {
        Program run = Program.atPort(
                world.httpsPort(),
                "",
                List.of(
                        "check",
                        "--resolver",
                        resolver(world),
                        "--allow-address",
                        "127.0.0.1",
                        "--json",
                        "good.example"));

        assertThat(run.out()).contains("FETCH_CERT_UNTRUSTED");
    }

    @Test
    void aCaFileWithoutCertificatesIsOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("ca.pem"), "no certificate");

        Program run = Program.run("check", "--ca-file", file.toString(), "good.example");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void domainsAndAListExcludeEachOther() {
        assertThat(Program.run("check").err()).startsWith("mta-sts-check: a domain is missing, or --file\n");
        assertThat(Program.run("check", "--file", "x", "a.example").err())
                .startsWith("mta-sts-check: give domains or --file, not both\n");
    }

    @Test
    void aListThatIsNotThereIsOneSentence() {
        Program run = Program.run("check", "--file", "no-such-file");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("mta-sts-check: cannot read no-such-file: no such file or folder\n");
    }

    private Program check(MtaStsWorld world, String... arguments) throws IOException {
        return fed(world, "", arguments);
    }

    private Program fed(MtaStsWorld world, String input, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("check", "--resolver", resolver(world)));
        all.addAll(List.of(
                "--allow-address", "127.0.0.0/8", "--ca-file", caFile(world).toString()));
        all.addAll(List.of(arguments));
        return Program.atPort(world.httpsPort(), input, all);
    }

    private static String resolver(MtaStsWorld world) {
        return "127.0.0.1:" + world.dns().getPort();
    }

    private Path caFile(MtaStsWorld world) throws IOException {
        try {
            String base64 = Base64.getMimeEncoder().encodeToString(world.ca().getEncoded());
            return Files.writeString(
                    folder.resolve("ca.pem"),
                    "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
        } catch (java.security.cert.CertificateEncodingException cause) {
            throw new IllegalStateException(cause);
        }
    }

    @Test
    void aTimeoutThatIsNotANumberIsNotCalledOutOfRange() {
        assertThat(Program.run("check", "--timeout", "abc", "a.example").err())
                .startsWith(
                        "mta-sts-check: Invalid value for option '--timeout': abc is not a whole number of seconds\n");
    }

    @Test
    void aBadValueNamesItsOption() {
        Program run = Program.run("check", "--resolver", "dns.example", "a.example");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .startsWith("mta-sts-check: Invalid value for option '--resolver': dns.example is not an IP address\n");
    }
}
