package io.github.mtasts.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keeps docs/issues.md what the catalogue says. */
class IssuesPageTest {

    private static final Map<String, String> GROUPS = Map.of(
            "DOMAIN", "Domain",
            "RECORD", "Record",
            "FETCH", "Fetching the policy",
            "POLICY", "Policy",
            "MX", "MX hosts",
            "TLSRPT", "TLS reporting");

    @Test
    void thePageIsCurrent() throws IOException {
        String page = page();
        Path generated = Path.of("target", "issues.md");
        Files.createDirectories(generated.getParent());
        Files.writeString(generated, page);

        assertThat(Files.readString(Path.of("..", "docs", "issues.md")))
                .as("docs/issues.md: the current page is in mta-sts-core/target/issues.md, copy it")
                .isEqualTo(page);
    }

    private static String page() {
        StringBuilder out = new StringBuilder(
                """
                # Issues

                Every finding that a report can hold. This page is made from the catalogue in the code.

                Severities are those that a finding has unless the facts weigh it differently: for a domain that never deployed
                MTA-STS, all that is said of its policy host is only worth knowing. "Reported as" is the result type in
                the TLS reports of senders (RFC 8460, section 4.3).
                """);
        String group = "";
        for (IssueCode code : IssueCode.values()) {
            String family = code.name().substring(0, code.name().indexOf('_'));
            if (!family.equals(group)) {
                group = family;
                out.append("\n## ").append(GROUPS.get(family)).append('\n');
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
