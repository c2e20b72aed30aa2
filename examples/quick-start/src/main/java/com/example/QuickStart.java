package com.example;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.OkHttpPolicyFetcher;

/** Checks one domain: {@code java com.example.QuickStart example.org}. */
public final class QuickStart {

    public static void main(String[] arguments) {
        try (var dns = DnsjavaResolver.system();
                var policies = OkHttpPolicyFetcher.using(dns)) {
            var checker = MtaStsChecker.builder().resolver(dns).policyFetcher(policies).build();
            var report = checker.check(arguments[0]);
            System.out.println(report.domain() + ": " + report.verdict());
            report.issues().forEach(issue -> System.out.println(issue.severity() + " " + issue.message()));
        }
    }
}
