package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.PolicyResponse;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each NAME.json under reports/ is evidence, each NAME.WIDTH.txt beside it the page that people see. */
class ReportTextTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int[] WIDTHS = {80, 40};

    /** Writes the pages anew into the folder that is the argument; what changed is for people to read. */
    public static void main(String[] arguments) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (Path json :
                    files.filter(file -> file.toString().endsWith(".json")).toList()) {
                for (int width : WIDTHS) {
                    String name = json.getFileName().toString().replace(".json", "." + width + ".txt");
                    Files.writeString(json.resolveSibling(name), page(json, width));
                }
            }
        }
    }

    static Stream<Arguments> pages() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ReportTextTest.class.getResource("reports"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(file -> Arguments.of(file.getFileName().toString(), file))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void theReportIsShownAsThePageSays(String name, Path page) throws IOException {
        String[] parts = name.split("\\.", -1);

        String shown = page(page.resolveSibling(parts[0] + ".json"), Integer.parseInt(parts[1]));

        assertThat(shown).isEqualTo(Files.readString(page));
    }

    private static String page(Path json, int width) throws IOException {
        return report(json).toText(width);
    }

    private static MtaStsReport report(Path json) throws IOException {
        Evidence evidence =
                Evidence.fromMap(JSON.readValue(Files.readAllBytes(json), new TypeReference<Map<String, Object>>() {}));
        return MtaStsReport.of(evidence, Thresholds.recommended());
    }

    @Test
    void colourAddsNothingButControlSequences() throws IOException {
        MtaStsReport report = report(Path.of("src/test/resources/io/github/mtasts/reports/uncovered.json"));

        assertThat(report.toColouredText(80).replaceAll("\u001B\\[[0-9;]*m", ""))
                .isEqualTo(report.toText());
        assertThat(report.toColouredText(80)).contains("\u001B[1;31m");
    }

    @Test
    void aDomainThatRunsOnForPagesIsCut() {
        Evidence evidence = Evidence.builder().domain("x".repeat(100_000)).build();

        assertThat(MtaStsReport.of(evidence, Thresholds.recommended()).toText())
                .startsWith("x".repeat(200) + "…   UNDETERMINED")
                .hasSizeLessThan(1_000);
    }

    @Test
    void noNameOfAStrangerIsQuotedInFull() {
        String name = "x".repeat(3_000) + ".example.com";
        Evidence evidence = HealthyDomain.evidence()
                .mtaStsTxt(HealthyDomain.txt(HealthyDomain.RECORD).withAliases(List.of(name)))
                .tlsRptTxt(HealthyDomain.txt("v=TLSRPTv1; rua=mailto:" + name + "@example.org")
                        .withAliases(List.of(name)))
                .mx(Lookup.found(List.of(new MxHost(10, "mail.example.org"), new MxHost(20, name))))
                .policy(HealthyDomain.served(HealthyDomain.POLICY.replace("enforce", "testing")).toBuilder()
                        .aliases(List.of(name))
                        .build())
                .build();

        assertThat(HealthyDomain.judge(evidence).toText(10_000)).doesNotContain("x".repeat(201));
    }

    @Test
    void aDomainThatAcceptsNoMailHasNothingToProtect() {
        Evidence nullMx = HealthyDomain.evidence()
                .mx(Lookup.found(List.of(new MxHost(0, "."))))
                .build();

        assertThat(HealthyDomain.judge(nullMx).toText(200).lines().findFirst())
                .hasValue("example.org   ENFORCED   there is nothing to protect: the domain accepts no mail (null MX);"
                        + " 1 warning below");
    }

    @Test
    void theHeadlineSaysThatThisMachineHasNoWayToThePolicyHost() {
        Evidence unreachable = HealthyDomain.evidence()
                .policy(PolicyResponse.builder(FetchStatus.NETWORK_UNREACHABLE)
                        .addresses(List.of("2001:db8::1"))
                        .build())
                .build();

        assertThat(HealthyDomain.judge(unreachable).toText(200))
                .startsWith(
                        "example.org   UNDETERMINED   this machine has no way to the policy host, which says nothing"
                                + " about the domain\n")
                .contains(
                        "This machine has no way to the IPv6 address 2001:db8::1 of mta-sts.example.org. It has no IPv4"
                                + " address, so senders without IPv6 see no policy.");
    }

    @Test
    void theTextOfAStepIsPrintedWhenTheNextOneHasACondition() {
        String page = HealthyDomain.judge(HealthyDomain.evidence()
                        .policy(HealthyDomain.served(HealthyDomain.POLICY.replace("604800", "300")))
                        .mx(Lookup.found(
                                List.of(new MxHost(10, "mail.example.org"), new MxHost(20, "evil.attacker.example"))))
                        .build())
                .toText();

        String condition = "If these MX hosts are yours";
        String first = page.substring(page.indexOf("1. Raise max_age"), page.indexOf(condition));
        assertThat(first).contains("mx: mail.example.org\nmax_age: 604800\n").doesNotContain("evil");
        assertThat(page.substring(page.indexOf(condition))).contains("mx: evil.attacker.example\nmax_age: 604800\n");
    }

    @Test
    void aReportPrintsItsVerdictDomainAndFirstErrorFirst() throws IOException {
        MtaStsReport report = report(Path.of("src/test/resources/io/github/mtasts/reports/uncovered.json"));

        assertThat(report.toString()).matches("BROKEN example.org: [^\\[]+\\[.*MX_NOT_COVERED.*]");
    }
}
