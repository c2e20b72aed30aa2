package io.github.mtasts.sender;

import io.github.mtasts.syntax.DomainName;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stranger's rules: when they throw, that is logged, and the domain decides for itself. */
final class GuardedRules implements OperatorRules {

    private static final Logger LOG = LoggerFactory.getLogger(MtaStsSender.class);

    private final OperatorRules rules;

    GuardedRules(OperatorRules rules) {
        this.rules = rules;
    }

    @Override
    public Optional<OperatorRule> ruleFor(DomainName domain) {
        try {
            return rules.ruleFor(domain);
        } catch (RuntimeException thrown) {
            LOG.error("The operator's rules failed for {}", domain, thrown);
            return Optional.empty();
        }
    }
}
