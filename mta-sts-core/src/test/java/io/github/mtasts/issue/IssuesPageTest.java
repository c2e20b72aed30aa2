package io.github.mtasts.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keeps docs/issues.md what the catalogue says. */
class IssuesPageTest {

    private static final Map<Subject, String> HEADINGS = Map.of(
            Subject.DOMAIN, "Domain",
            Subject.RECORD, "Record",
            Subject.FETCH, "Fetching the policy",
            Subject.POLICY, "Policy",
            Subject.MX, "MX hosts",
            Subject.TLS_RPT, "TLS reporting");

    @Test
    void thePageIsCurrent() throws IOException {
        String page = page();
        Path generated = Path.of("target", "issues.md");
        Files.createDirectories(generated.getParent());
        Files.writeString(generated, page);

        assertThat(Files.readString(Path.of("..", "docs", "issues.md")).equals(page))
                .as("docs/issues.md: the current page is in mta-sts-core/target/issues.md, copy it")
                .isTrue();
    }

    private static String page() {
        StringBuilder out = new StringBuilder("""
                # Issues

                Every issue that a report can contain. This page is generated from the catalogue in the code.

                The severity shown is the default. The rest of the evidence can change it: for a domain that never deployed
                MTA-STS, every issue about its policy host is only `INFO`. "Reported as" is the result type in senders' TLS
                reports (RFC 8460, section 4.3).
                """);
        Set<Subject> headed = EnumSet.noneOf(Subject.class);
        for (IssueCode code : IssueCode.values()) {
            if (headed.add(code.family())) {
                out.append("\n## ").append(HEADINGS.get(code.family())).append('\n');
            }
            out.append("\n### ").append(code).append("\n\n");
            out.append(code.severity().name().charAt(0))
                    .append(code.severity().name().substring(1).toLowerCase(java.util.Locale.ROOT));
            code.reference().ifPresent(reference -> out.append(" · ").append(reference));
            code.resultType()
                    .ifPresent(type ->
                            out.append(" · reported as `").append(type.text()).append('`'));
            out.append("\n\n")
                    .append(code.meaning())
                    .append("\n\n")
                    .append(code.remedy())
                    .append('\n');
        }
        return out.toString();
    }
}
