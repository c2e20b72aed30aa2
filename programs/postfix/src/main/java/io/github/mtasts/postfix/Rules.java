package io.github.mtasts.postfix;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.UserFile;
import io.github.mtasts.sender.OperatorRule;
import io.github.mtasts.sender.OperatorRules;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.StsPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Local policy: domains to skip, and policies pinned by the administrator. */
final class Rules {

    private Rules() {}

    /** Pins are {@code domain=file}; a {@link UserError} says what is wrong. */
    static OperatorRules of(List<String> skip, List<String> pin) {
        Map<String, OperatorRule> rules = new HashMap<>();
        skip.forEach(name -> put(rules, name, OperatorRule.skip()));
        for (String text : pin) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw new UserError(RemoteText.escape(text) + ": not of the form DOMAIN=FILE");
            }
            put(
                    rules,
                    text.substring(0, equals).strip(),
                    OperatorRule.pin(policy(text.substring(equals + 1).strip())));
        }
        return OperatorRules.of(rules);
    }

    private static void put(Map<String, OperatorRule> rules, String name, OperatorRule rule) {
        try {
            OperatorRules.of(Map.of(name, rule));
        } catch (IllegalArgumentException cause) {
            throw new UserError(
                    RemoteText.escape(name)
                            + " is not a domain to skip or pin: write example.org, or .example.org for all domains below it",
                    cause);
        }
        if (rules.put(name, rule) != null) {
            throw new UserError("there are two rules for " + RemoteText.escape(name));
        }
    }

    private static StsPolicy policy(String file) {
        Parsed<StsPolicy> parsed = StsPolicy.parse(UserFile.read(file));
        return parsed.value()
                .orElseThrow(() -> new UserError(RemoteText.escape(file) + " is not a valid policy: "
                        + parsed.issues().stream()
                                .filter(issue -> issue.severity() == Severity.ERROR)
                                .findFirst()
                                .map(issue -> issue.message()
                                        + issue.span()
                                                .map(span -> " (line " + span.line() + ")")
                                                .orElse(""))
                                .orElse("")));
    }
}
