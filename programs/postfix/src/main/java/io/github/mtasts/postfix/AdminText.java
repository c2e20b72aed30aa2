package io.github.mtasts.postfix;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.sender.HostDecision;
import io.github.mtasts.sender.HostProtection;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.PolicyMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** What the commands print for the administrator. */
final class AdminText {

    private static final String HEAD = "domain\tmode\tage\tuntil\tid\treason\tmx\n";

    private AdminText() {}

    /** One domain: the answer, and the reason. */
    static String query(String key, Explanation found) {
        StringBuilder text = new StringBuilder(RemoteText.escape(key));
        found.decision()
                .ifPresent(decision -> text.append("   ")
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
        return answer.kind() == Answer.Kind.OK ? answer.text() : answer.kind().toString();
    }

    private static void policy(StringBuilder text, PolicyDecision decision) {
        decision.age()
                .ifPresent(age -> line(
                        text,
                        "policy",
                        "fetched " + shown(age) + " ago, id "
                                + RemoteText.escape(decision.recordId().orElse("")) + ", until "
                                + decision.expiresAt().map(AdminText::shown).orElse("")));
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

    /** The cache as lines of fields with tabs between them, for people and scripts. */
    static String dump(List<PolicyDecision> cached) {
        StringBuilder text = new StringBuilder(HEAD);
        cached.forEach(decision -> text.append(line(decision)));
        return text.toString();
    }

    private static String line(PolicyDecision decision) {
        return String.join(
                "\t",
                decision.domain(),
                decision.mode().map(PolicyMode::text).orElse(""),
                decision.age().map(AdminText::shown).orElse(""),
                decision.expiresAt().map(AdminText::shown).orElse(""),
                RemoteText.escape(decision.recordId().orElse("")),
                decision.reason().toString(),
                decision.policy()
                                .map(policy -> policy.mx().stream()
                                        .map(MxPattern::toString)
                                        .collect(Collectors.joining(" ")))
                                .orElse("")
                        + "\n");
    }

    /** Two units at most, such as {@code 3 d 4 h}. */
    private static String shown(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }

    /** To the second, in UTC. */
    private static String shown(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
