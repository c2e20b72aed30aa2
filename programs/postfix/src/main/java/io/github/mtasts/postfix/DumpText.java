package io.github.mtasts.postfix;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.PolicyMode;
import java.util.List;
import java.util.stream.Collectors;

/** The cache as lines of fields with tabs between, for the eye and for scripts. */
final class DumpText {

    private static final String HEAD = "domain\tmode\tage\tuntil\tid\treason\tmx\n";

    private DumpText() {}

    static String of(List<PolicyDecision> cached) {
        StringBuilder text = new StringBuilder(HEAD);
        cached.forEach(decision -> text.append(line(decision)));
        return text.toString();
    }

    private static String line(PolicyDecision decision) {
        return String.join(
                "\t",
                decision.domain(),
                decision.mode().map(PolicyMode::text).orElse(""),
                decision.age().map(Times::shown).orElse(""),
                decision.expiresAt().map(Times::shown).orElse(""),
                RemoteText.escape(decision.recordId().orElse("")),
                decision.reason().toString(),
                decision.policy()
                                .map(policy -> policy.mx().stream()
                                        .map(MxPattern::toString)
                                        .collect(Collectors.joining(" ")))
                                .orElse("")
                        + "\n");
    }
}
