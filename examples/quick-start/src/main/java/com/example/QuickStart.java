package com.example;

import io.github.mtasts.system.MtaSts;

/** Checks one domain: {@code mvn -q compile exec:java -Dexec.args=example.org}. */
public final class QuickStart {

    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("give one domain, such as example.org");
            return;
        }
        try (var mtaSts = MtaSts.system()) {
            var report = mtaSts.check(arguments[0]);
            System.out.println(report.domain() + ": " + report.verdict());
            report.issues().forEach(issue -> System.out.printf("%s %s%n  %s%n", issue.severity(), issue.message(), issue.remedy()));
        }
    }
}
