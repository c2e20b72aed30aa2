package io.github.mtasts.service.http;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.check.CheckedReport;
import io.github.mtasts.service.check.Checks;
import io.github.mtasts.service.kept.Seal;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.github.mtasts.service.problem.ProblemKind;
import io.github.mtasts.syntax.DomainName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET} and {@code POST /v1/security/mta-sts}: the report of one domain, as JSON or a CSV file. */
final class CheckRoute implements Endpoint {

    private final Checks checks;
    private final Access access;
    private final Optional<Seal> seal;

    /** With what seals the reports, where they can be kept. */
    CheckRoute(Checks checks, Access access, Optional<Seal> seal) {
        this.checks = checks;
        this.access = access;
        this.seal = seal;
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.whenDone(
                Parameters.ofQueryAndForm(exchange).thenCompose(parameters -> {
                    String domain = domain(parameters.all("domain"));
                    boolean fresh = parameters.isTrue(Parameters.FRESH);
                    exchange.charge(access, 1);
                    return checks.check(exchange.client().name(), domain, fresh)
                            .thenApply(checked -> new Answer(domain, checked));
                }),
                answer -> {
                    exchange.request()
                            .setAttribute(RequestLine.REPORT, answer.checked().report());
                    if (ReportCsv.isWanted(exchange, "application/json")) {
                        exchange.send(200, ReportCsv.CONTENT_TYPE, answer.csv());
                    } else {
                        ByteBuffer json = answer.checked().json();
                        ReportHeaders.put(exchange, json);
                        seal.ifPresent(known -> exchange.put(ReportHeaders.SEAL, known.of(json)));
                        exchange.json(json);
                    }
                });
    }

    /** A report, and what was asked for. */
    private record Answer(String input, CheckedReport checked) {

        byte[] csv() {
            return (ReportCsv.HEADER + ReportCsv.row(input, checked.report().toMap())).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The one that is given; a problem when it is not one domain name. */
    static String domain(List<String> values) {
        if (values.isEmpty()) {
            throw refused("The parameter domain is missing. Name the domain to check: domain=example.org.", Map.of());
        }
        if (values.size() > 1) {
            throw refused(
                    "The parameter domain is given " + values.size()
                            + " times. Check one domain per request, or send a batch.",
                    Map.of());
        }
        String domain = values.get(0).strip();
        if (DomainName.parse(domain).value().isEmpty()) {
            throw refused(domain);
        }
        return domain;
    }

    /** Of what is not a domain name. */
    static ProblemException refused(String domain) {
        List<Issue> issues = DomainName.parse(domain).issues();
        return refused(
                issues.get(0).message() + " " + issues.get(0).remedy(),
                Map.of("issues", issues.stream().map(Issue::toMap).toList()));
    }

    private static ProblemException refused(String detail, Map<String, ?> extensions) {
        return new ProblemException(new Problem(ProblemKind.BAD_DOMAIN, detail, extensions));
    }
}
