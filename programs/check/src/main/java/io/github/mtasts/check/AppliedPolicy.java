package io.github.mtasts.check;

import io.github.mtasts.syntax.Field;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.tlsrpt.PolicyType;
import io.github.mtasts.tlsrpt.ReportedPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The MTA-STS policy that a sender applied, as its report quotes it: in {@code policy-string}, in {@code mx-host}, or in both.
 *
 * @param type of the policy; empty when the report does not say, or says an unknown one
 * @param mode how it was applied; empty when the report does not say
 * @param mx its patterns as written: {@code mx-host}, and where that is missing the mx lines of {@code policy-string}
 * @param all the patterns of both
 */
record AppliedPolicy(Optional<PolicyType> type, Optional<PolicyMode> mode, List<String> mx, List<String> all) {

    static AppliedPolicy of(ReportedPolicy policy) {
        List<Field> fields =
                StsPolicy.parse(String.join("\n", policy.policyString()) + "\n").fields();
        List<String> lines = values(fields, "mx").toList();
        List<String> named = policy.mxHostPatterns();
        return new AppliedPolicy(
                policy.knownType(),
                values(fields, "mode").findFirst().flatMap(PolicyMode::of),
                named.isEmpty() ? lines : named,
                Stream.concat(named.stream(), lines.stream()).toList());
    }

    /** Whether it can keep senders from a host; DANE and mode none do not compare hosts with patterns. */
    boolean limitsHosts() {
        return type.orElse(PolicyType.STS) == PolicyType.STS
                && mode.filter(PolicyMode.NONE::equals).isEmpty();
    }

    /** Whether the policy is known, and none of its patterns covers the host. */
    boolean leavesOut(String host) {
        return !all.isEmpty()
                && all.stream().noneMatch(text -> MxPattern.isPattern(text) && new MxPattern(text).matches(host));
    }

    /** Whether a pattern of the policy covers the host. */
    boolean covers(String host) {
        return !all.isEmpty() && !leavesOut(host);
    }

    private static Stream<String> values(List<Field> fields, String name) {
        return fields.stream().filter(field -> field.name().equals(name)).map(Field::value);
    }
}
