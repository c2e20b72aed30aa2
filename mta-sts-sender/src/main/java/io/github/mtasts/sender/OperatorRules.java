package io.github.mtasts.sender;

import io.github.mtasts.syntax.DomainName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Local policy: overrides what domains publish. Called for every decision; must return at once. */
@FunctionalInterface
public interface OperatorRules {

    /**
     * The rule for a domain.
     *
     * @param domain the policy domain
     * @return empty to apply what the domain publishes
     */
    Optional<OperatorRule> ruleFor(DomainName domain);

    /**
     * Rules by name. The longest matching name applies.
     *
     * @param rules {@code example.org} is that domain alone, {@code .example.org} every domain below it; anything else is an
     *     {@link IllegalArgumentException}
     * @return the rules, a copy
     */
    static OperatorRules of(Map<String, OperatorRule> rules) {
        Map<String, OperatorRule> byName = new HashMap<>();
        rules.forEach((name, rule) -> byName.put(canonical(name), rule));
        return domain -> {
            String name = domain.text();
            OperatorRule rule = byName.get(name);
            for (int dot = name.indexOf('.'); rule == null && dot >= 0; dot = name.indexOf('.', dot + 1)) {
                rule = byName.get(name.substring(dot));
            }
            return Optional.ofNullable(rule);
        };
    }

    private static String canonical(String name) {
        boolean suffix = name.startsWith(".");
        String domain = DomainName.parse(suffix ? name.substring(1) : name)
                .value()
                .orElseThrow(
                        () -> new IllegalArgumentException("neither a domain name nor a dot followed by one: " + name))
                .text();
        return suffix ? "." + domain : domain;
    }
}
