package io.github.mtasts;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import java.util.List;
import java.util.Optional;

/** A report in the making: without texts, hosts and issues until they are set. */
final class ReportDraft {

    final Evidence evidence;
    final String domain;
    final Verdict verdict;
    Optional<String> policyUrl = Optional.empty();
    boolean hasMtaSts;
    Optional<Parsed<StsRecord>> record = Optional.empty();
    Optional<Parsed<StsPolicy>> policy = Optional.empty();
    Optional<Parsed<TlsRptRecord>> tlsRpt = Optional.empty();
    List<MxCoverage> mx = List.of();
    int mxLeftOut;
    int namesLeftOut;
    List<Issue> issues = List.of();
    List<Recommendation> recommendations = List.of();

    ReportDraft(Evidence evidence, String domain, Verdict verdict) {
        this.evidence = evidence;
        this.domain = domain;
        this.verdict = verdict;
    }

    MtaStsReport report() {
        return new MtaStsReport(this);
    }
}
