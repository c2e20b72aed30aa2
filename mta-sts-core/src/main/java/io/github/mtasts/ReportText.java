package io.github.mtasts;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.text.Blocks;
import io.github.mtasts.text.Headline;
import io.github.mtasts.text.NoteText;
import io.github.mtasts.text.Page;
import io.github.mtasts.text.Paint;
import io.github.mtasts.text.Paragraph;
import io.github.mtasts.text.Section;
import io.github.mtasts.text.SectionText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A report for people: the verdict, what was found under the text it is about, what to do, what is worth knowing. */
final class ReportText {

    private static final Set<Verdict> IN_FORCE = Set.of(Verdict.ENFORCED, Verdict.TESTING, Verdict.NONE);
    private static final Set<Verdict> PROTECTING = Set.of(Verdict.ENFORCED, Verdict.TESTING);
    private static final String NOTHING_TO_PROTECT =
            "There is nothing to protect: the domain accepts no mail (null MX).";
    private static final String POLICY_UNSEEN =
            "there is no MTA-STS record; whether a policy is served could not be seen";
    private static final Set<IssueCode> ABOUT_ALL_RECORDS = Set.of(
            IssueCode.RECORD_MULTIPLE,
            IssueCode.RECORD_UNRELATED_TXT,
            IssueCode.TLSRPT_MULTIPLE,
            IssueCode.TLSRPT_UNRELATED_TXT);
    private static final int MOST_RECORDS = 10;

    private final Page page;

    ReportText(Page page) {
        this.page = page;
    }

    String render(MtaStsReport report) {
        Blocks blocks = new Blocks();
        Verdict verdict = report.verdict();
        blocks.add(new Headline(page).lines(report.domain(), verdict.name(), paint(verdict), reason(report)));
        if (IN_FORCE.contains(verdict)) {
            blocks.add(new FactsText(page).lines(report));
        }
        List<Issue> grave = report.issues().stream()
                .filter(issue -> issue.severity() != Severity.INFO)
                .sorted(Comparator.comparing(issue -> issue.code() == IssueCode.RECORD_WITHOUT_POLICY))
                .toList();
        for (Section section : Section.values()) {
            blocks.add(section(
                    report,
                    section,
                    grave.stream().filter(issue -> shownIn(issue) == section).toList()));
        }
        blocks.add(new AdviceText(page).lines(report.recommendations()));
        List<Issue> notes = report.issues().stream()
                .filter(issue -> issue.severity() == Severity.INFO)
                .toList();
        blocks.add(new NoteText(page).lines(notes, note -> text(Section.of(note.code()), report)));
        return blocks.text();
    }

    /** That a record has no policy follows from what is wrong with the policy, so it comes after that. */
    private static Section shownIn(Issue issue) {
        return issue.code() == IssueCode.RECORD_WITHOUT_POLICY ? Section.POLICY : Section.of(issue.code());
    }

    private List<String> section(MtaStsReport report, Section section, List<Issue> issues) {
        if (issues.isEmpty()) {
            return List.of();
        }
        SectionText text = new SectionText(page);
        List<String> lines = new ArrayList<>();
        if (section != Section.DOMAIN) {
            lines.addAll(text.heading(place(section, report)));
        }
        if (section == Section.MX
                && !IN_FORCE.contains(report.verdict())
                && !report.mx().isEmpty()) {
            new MxTable(page, page.width() - 4).rows(report).forEach(host -> lines.add("    " + host));
            lines.add("");
        }
        if (issues.stream().anyMatch(issue -> ABOUT_ALL_RECORDS.contains(issue.code()))) {
            lines.addAll(records(section, report));
            lines.add("");
        }
        lines.addAll(text.issues(text(section, report), issues));
        return lines;
    }

    /** Every TXT record at the name, one per line. */
    private List<String> records(Section section, MtaStsReport report) {
        Lookup<TxtRecord> lookup = section == Section.RECORD
                ? report.evidence().mtaStsTxt()
                : report.evidence().tlsRptTxt();
        List<String> lines = new ArrayList<>();
        for (TxtRecord record : lookup.records()
                .subList(0, Math.min(MOST_RECORDS, lookup.records().size()))) {
            Paragraph.wrap(record.toString(), page.width() - 4).forEach(line -> lines.add("    " + line));
        }
        if (lookup.records().size() > MOST_RECORDS) {
            lines.add("    … and " + (lookup.records().size() - MOST_RECORDS) + " more");
        }
        return lines;
    }

    private static String reason(MtaStsReport report) {
        Verdict verdict = report.verdict();
        String counted = Headline.counted(report.issues());
        boolean noMail = report.issues().stream().anyMatch(issue -> issue.code() == IssueCode.MX_NULL);
        String meaning =
                Headline.clause(noMail && PROTECTING.contains(verdict) ? NOTHING_TO_PROTECT : verdict.meaning());
        if (verdict == Verdict.ABSENT
                && FetchRules.isTransient(report.evidence().policy())) {
            return POLICY_UNSEEN;
        }
        return switch (verdict) {
            case ENFORCED, TESTING, NONE -> meaning + (counted.isEmpty() ? "" : "; " + counted + " below");
            case ABSENT, BROKEN, UNDETERMINED -> cause(report).orElse(meaning);
        };
    }

    /** The first error that does not follow from another, or our own trouble, as a clause without its consequence. */
    private static Optional<String> cause(MtaStsReport report) {
        return report.issues().stream()
                .filter(issue -> issue.severity() == Severity.ERROR
                        || (issue.severity() == Severity.WARNING
                                && issue.code() == IssueCode.FETCH_NETWORK_UNREACHABLE))
                .map(Issue::code)
                .filter(code -> code != IssueCode.RECORD_WITHOUT_POLICY)
                .findFirst()
                .map(Headline::clause);
    }

    /** Where it is published: an owner name and its type, or the policy's URL. */
    private static String place(Section section, MtaStsReport report) {
        String domain = report.domain();
        return switch (section) {
            case DOMAIN -> domain;
            case RECORD -> "_mta-sts." + domain + " TXT";
            case POLICY -> report.policyUrl().orElse(domain);
            case MX -> domain + " MX";
            case TLS_RPT -> "_smtp._tls." + domain + " TXT";
        };
    }

    /** The text as received; empty where there is none. */
    private static Optional<Octets> text(Section section, MtaStsReport report) {
        return switch (section) {
            case RECORD -> report.record().map(Parsed::text);
            case POLICY -> report.policy().map(Parsed::text);
            case TLS_RPT -> report.tlsRpt().map(Parsed::text);
            case DOMAIN, MX -> Optional.empty();
        };
    }

    private static Paint paint(Verdict verdict) {
        return switch (verdict) {
            case ENFORCED -> Paint.GREEN;
            case TESTING, NONE -> Paint.CYAN;
            case ABSENT, UNDETERMINED -> Paint.YELLOW;
            case BROKEN -> Paint.RED;
        };
    }
}
