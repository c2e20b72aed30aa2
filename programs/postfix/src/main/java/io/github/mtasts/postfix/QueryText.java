package io.github.mtasts.postfix;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.sender.HostDecision;
import io.github.mtasts.sender.HostProtection;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.syntax.PolicyMode;

/** One domain for the eye of the operator. */
final class QueryText {

    private QueryText() {}

    static String of(String key, Finding found) {
        StringBuilder text = new StringBuilder(RemoteText.escape(key));
        found.decision().ifPresent(decision -> text.append("   ")
                .append(decision.mode().map(PolicyMode::text).orElse("no policy"))
                .append("   ")
                .append(decision.reason()));
        text.append("\n");
        line(text, "answer", answer(found.answer()));
        line(text, "because", found.answer().reason().sentence());
        found.decision().ifPresent(decision -> policy(text, decision));
        if (!found.trouble().isEmpty()) {
            line(text, "mx", RemoteText.escape(found.trouble()));
        }
        found.hosts().forEach(host -> line(text, "mx", host(found.decision().orElseThrow(), host)));
        return text.toString();
    }

    private static String answer(Answer answer) {
        return answer.kind() == AnswerKind.OK ? answer.text() : answer.kind().toString();
    }

    private static void policy(StringBuilder text, PolicyDecision decision) {
        decision.age()
                .ifPresent(age -> line(
                        text,
                        "policy",
                        "fetched " + Times.shown(age) + " ago, id "
                                + RemoteText.escape(decision.recordId().orElse("")) + ", until "
                                + decision.expiresAt().map(Times::shown).orElse("")));
        if (!decision.detail().isEmpty()) {
            line(text, "trouble", RemoteText.escape(decision.detail()));
        }
    }

    private static String host(PolicyDecision decision, HostDecision host) {
        String name = RemoteText.escape(host.mxHost());
        if (host.protection() == HostProtection.DANE || host.protection() == HostProtection.UNKNOWN) {
            return name + ": " + RemoteText.escape(host.detail());
        }
        return name
                + decision.match(host.mxHost())
                        .map(pattern -> ": covered by " + pattern)
                        .orElse(decision.isEnforced() ? ": not covered by the policy, left out" : "");
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-9s %s%n".formatted(name, value));
    }
}
