package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The public classes, by name: a new one is added here. */
class PublicClassesTest {

    @Test
    void theCheckerAndItsReport() {
        assertThat(publicClasses("io.github.mtasts"))
                .containsExactlyInAnyOrder(
                        "Advice",
                        "Evidence",
                        "Evidence$Builder",
                        "MtaStsChecker",
                        "MtaStsCheckerBuilder",
                        "MtaStsReport",
                        "MxCoverage",
                        "Recommendation",
                        "ReportField",
                        "ReportField$Type",
                        "TextKind",
                        "TextReport",
                        "Thresholds",
                        "Verdict");
    }

    @Test
    void thePortsAndTheirFacts() {
        assertThat(publicClasses("io.github.mtasts.spi"))
                .containsExactlyInAnyOrder(
                        "AddressGuard",
                        "AddressResolver",
                        "BlockingCall",
                        "CertificateSummary",
                        "FetchAttempt",
                        "FetchStatus",
                        "Lookup",
                        "LookupStatus",
                        "MxHost",
                        "MxResolver",
                        "PolicyFetcher",
                        "PolicyResponse",
                        "PolicyResponse$Builder",
                        "PublicSuffixes",
                        "TlsaRecord",
                        "TlsaResolver",
                        "TxtRecord",
                        "TxtResolver");
    }

    @Test
    void whatASenderChecksOfAnMxHost() {
        assertThat(publicClasses("io.github.mtasts.certificate"))
                .containsExactlyInAnyOrder("CertificateFault", "DaneCertificate", "DnsIds", "MxCertificate");
    }

    @Test
    void theTextsAndTheirParsers() {
        assertThat(publicClasses("io.github.mtasts.syntax"))
                .containsExactlyInAnyOrder(
                        "DomainName",
                        "Field",
                        "MxPattern",
                        "Octets",
                        "Parsed",
                        "PolicyMode",
                        "Repair",
                        "Selection",
                        "Selection$Status",
                        "StsPolicy",
                        "StsRecord",
                        "TlsRptRecord");
    }

    @Test
    void theCatalogue() {
        assertThat(publicClasses("io.github.mtasts.issue"))
                .containsExactlyInAnyOrder(
                        "Issue",
                        "IssueCode",
                        "IssueList",
                        "RemoteText",
                        "ResultType",
                        "Severity",
                        "SourceSpan",
                        "Subject");
    }

    private static List<String> publicClasses(String packageName) {
        return CoreClasses.ALL.stream()
                .filter(each -> each.getPackageName().equals(packageName))
                .filter(PublicClassesTest::isSeenFromOutside)
                .map(each -> each.getName().substring(packageName.length() + 1))
                .toList();
    }

    private static boolean isSeenFromOutside(JavaClass each) {
        return each.getModifiers().contains(JavaModifier.PUBLIC)
                && each.getEnclosingClass()
                        .map(PublicClassesTest::isSeenFromOutside)
                        .orElse(true);
    }
}
