package io.github.mtasts.tlsrpt;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.DomainName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The events of one policy domain, counted: by policy, and the failures by everything that is known of them. */
final class PolicyCounts {

    private record Policy(PolicyType type, List<String> text, List<String> mxHostPatterns) {}

    private static final class Sessions {
        private long successful;
        private long failed;
        private final Map<FailureDetails, Long> failures = new LinkedHashMap<>();
    }

    private final Map<Policy, Sessions> policies = new LinkedHashMap<>();

    void add(TlsRptEvent event) {
        Policy policy = new Policy(event.policyType(), event.policyString(), event.mxHostPatterns());
        Sessions sessions = policies.computeIfAbsent(policy, first -> new Sessions());
        if (event.resultType().isEmpty()) {
            sessions.successful++;
        } else {
            sessions.failed++;
            sessions.failures.merge(details(event), 1L, Long::sum);
        }
    }

    /** In the order in which they were first seen. */
    List<ReportedPolicy> policies(DomainName domain) {
        return policies.entrySet().stream()
                .map(policy -> reported(domain, policy.getKey(), policy.getValue()))
                .toList();
    }

    private static ReportedPolicy reported(DomainName domain, Policy policy, Sessions sessions) {
        return new ReportedPolicy(
                Optional.of(policy.type().text()),
                policy.text(),
                Optional.of(domain.text()),
                policy.mxHostPatterns(),
                OptionalLong.of(sessions.successful),
                OptionalLong.of(sessions.failed),
                sessions.failures.entrySet().stream()
                        .map(failure -> failure.getKey().withFailedSessions(failure.getValue()))
                        .toList());
    }

    private static FailureDetails details(TlsRptEvent event) {
        return new FailureDetails(
                event.resultType().map(ResultType::text),
                event.sendingMtaIp(),
                event.receivingMxHostname(),
                event.receivingMxHelo(),
                event.receivingIp(),
                OptionalLong.empty(),
                event.additionalInformation(),
                event.failureReasonCode());
    }
}
