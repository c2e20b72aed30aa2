package io.github.mtasts;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Advice for a report that could not see enough: what was not seen, and where to look when it stays so. */
final class LookAgain {

    private LookAgain() {}

    static Recommendation atDomain() {
        return advice("Check again with a valid domain name. " + IssueCode.DOMAIN_INVALID.remedy());
    }

    static Recommendation at(DomainName domain, MtaStsReport report) {
        return at(domain, report.evidence(), "Publish nothing until then.");
    }

    /** The verdict is clear, and a text depends on what was not seen: a policy that may be served, or the names for its mx lines. */
    static Optional<Recommendation> first(DomainName domain, MtaStsReport report, boolean noFile) {
        Evidence evidence = report.evidence();
        boolean needsPolicy = report.verdict() == Verdict.ABSENT || report.verdict() == Verdict.BROKEN;
        if (needsPolicy && report.policy().isEmpty() && FetchRules.isTransient(evidence.policy())) {
            return Optional.of(at(domain, evidence, "Publish no other policy before you have seen it."));
        }
        boolean lacksHosts =
                evidence.mx().isUnknown() && (noFile || report.policy().stream().anyMatch(PolicyPlan::lacksHosts));
        return lacksHosts
                ? Optional.of(at(domain, evidence, "Write no mx lines before you have seen them."))
                : Optional.empty();
    }

    /** Senders ignore the policy so far; once they do not, they refuse mail to MX hosts that nobody has seen here. */
    static Optional<Recommendation> beforeEnforcing(DomainName domain, MtaStsReport report) {
        boolean begins = report.record().flatMap(Parsed::value).isEmpty()
                || report.policy().flatMap(Parsed::value).isEmpty();
        return begins
                        && report.evidence().mx().isFailure()
                        && report.policy().filter(PolicyPlan::isMeantToEnforce).isPresent()
                ? Optional.of(at(
                        domain,
                        report.evidence(),
                        "Publish neither policy nor record before you have seen that the policy covers them."))
                : Optional.empty();
    }

    private static Recommendation at(DomainName domain, Evidence evidence, String untilThen) {
        List<String> unseen = new ArrayList<>();
        List<String> causes = new ArrayList<>();
        if (evidence.mtaStsTxt().isUnknown()) {
            unseen.add("the MTA-STS record");
        }
        if (FetchRules.isTransient(evidence.policy())) {
            unseen.add("the policy");
        }
        if (evidence.mx().isUnknown()) {
            unseen.add("the MX records");
        }
        if (evidence.tlsRptTxt().isFailure()) {
            unseen.add("the TLSRPT record");
        }
        boolean silent = Stream.of(evidence.mtaStsTxt(), evidence.tlsRptTxt(), evidence.mx())
                .allMatch(Lookup::isFailure);
        boolean unreachable = new ResolverRules(evidence).isUnreachable();
        String since = silent ? ", since none of the lookups was answered" : "";
        if (silent) {
            causes.add("this machine's own name server");
        } else if (unreachable) {
            causes.add("this machine's own name server");
        } else if (evidence.mtaStsTxt().isFailure() || evidence.mx().isFailure()) {
            causes.add("the name servers of " + domain);
        }
        FetchStatus fetch = evidence.policy().status();
        if (fetch == FetchStatus.NETWORK_UNREACHABLE && !unreachable) {
            causes.add("this machine's network");
        } else if (!silent
                && !unreachable
                && FetchRules.isTransient(evidence.policy())
                && fetch != FetchStatus.NOT_ATTEMPTED) {
            causes.add("the policy host " + domain.policyHost());
        }
        return advice("Check again in a few minutes: " + and(unseen) + " could not be seen. " + untilThen
                + (causes.isEmpty() ? "" : " If that happens again, check " + and(causes) + since + "."));
    }

    private static String and(List<String> names) {
        int last = names.size() - 1;
        return last <= 0
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static Recommendation advice(String message) {
        return new Recommendation(Advice.CHECK_AGAIN, message, Optional.empty(), Optional.empty());
    }
}
