package io.github.mtasts;

import static io.github.mtasts.issue.IssueCode.RESOLVER_UNREACHABLE;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.IssueList;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import java.util.List;

/** Lookups that failed: the trouble of this machine's own name server is told as that, and never as the domain's. */
final class ResolverRules {

    private final List<Lookup<?>> lookups;
    private final boolean silent;

    ResolverRules(Evidence evidence) {
        lookups = List.of(evidence.mtaStsTxt(), evidence.mx(), evidence.tlsRptTxt());
        silent = lookups.stream().allMatch(lookup -> lookup.status() == LookupStatus.TIMED_OUT)
                && switch (evidence.policy().status()) {
                    case HOST_LOOKUP_FAILED, TIMED_OUT, NOT_ATTEMPTED -> true;
                    default -> false;
                };
    }

    /** Said once, in place of what each lookup would say. */
    void judge(IssueList issues) {
        lookups.stream().filter(ResolverRules::isOurs).findFirst().ifPresent(lookup -> {
            String detail = lookup.detail().isEmpty() ? "" : " (" + RemoteText.escape(lookup.detail()) + ")";
            issues.add(Issue.of(
                    RESOLVER_UNREACHABLE,
                    "No name server of this machine could be reached" + detail
                            + ", which says nothing about what the domain publishes."));
        });
    }

    boolean isUnreachable() {
        return lookups.stream().anyMatch(ResolverRules::isOurs);
    }

    /** Adds the issue of a lookup that failed, unless the cause has been told. */
    void failed(IssueCode code, String name, Lookup<?> lookup, IssueList issues) {
        if (isOurs(lookup)) {
            return;
        }
        String how = lookup.status() == LookupStatus.TIMED_OUT ? "timed out" : "failed";
        Issue issue = Issue.of(
                code,
                "The lookup of " + name + " " + how
                        + (lookup.detail().isEmpty() ? "" : " (" + RemoteText.escape(lookup.detail()) + ")")
                        + ", which says nothing about what is published.");
        issues.add(
                silent
                        ? issue.withRemedy(
                                "No lookup was answered, so the name server of this machine may be the cause:"
                                        + " check that first, then the domain's name servers, and look again.")
                        : issue);
    }

    private static boolean isOurs(Lookup<?> lookup) {
        return lookup.status() == LookupStatus.RESOLVER_UNREACHABLE;
    }
}
