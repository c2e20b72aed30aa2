package io.github.mtasts.check;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Verdict;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.TxtRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A report for people: the verdict, what was found under the text it is about, what to do, what is worth knowing. */
final class ReportText {

    private static final Set<Verdict> IN_FORCE = Set.of(Verdict.ENFORCED, Verdict.TESTING, Verdict.NONE);
    private static final Set<IssueCode> ABOUT_ALL_RECORDS = Set.of(
            IssueCode.RECORD_MULTIPLE,
            IssueCode.RECORD_UNRELATED_TXT,
            IssueCode.TLSRPT_MULTIPLE,
            IssueCode.TLSRPT_UNRELATED_TXT);
    private static final int MOST_RECORDS = 10;

    private final Terminal terminal;

    ReportText(Terminal terminal) {
        this.terminal = terminal;
    }

    String render(MtaStsReport report) {
        Blocks blocks = new Blocks();
        Verdict verdict = report.verdict();
        blocks.add(new Headline(terminal)
                .lines(report.domain(), verdict.name(), Paint.of(verdict), Headline.reason(report)));
        if (IN_FORCE.contains(verdict)) {
            blocks.add(new FactsText(terminal).lines(report));
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
        blocks.add(new AdviceText(terminal).lines(report.recommendations()));
        List<Issue> notes = report.issues().stream()
                .filter(issue -> issue.severity() == Severity.INFO)
                .toList();
        blocks.add(new NoteText(terminal)
                .lines(notes, note -> Section.of(note.code()).text(report)));
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
        SectionText text = new SectionText(terminal);
        List<String> lines = new ArrayList<>();
        if (section != Section.DOMAIN) {
            lines.addAll(text.heading(section.place(report)));
        }
        if (section == Section.MX
                && !IN_FORCE.contains(report.verdict())
                && !report.mx().isEmpty()) {
            new MxTable(terminal, terminal.width() - 4).rows(report).forEach(host -> lines.add("    " + host));
            lines.add("");
        }
        if (issues.stream().anyMatch(issue -> ABOUT_ALL_RECORDS.contains(issue.code()))) {
            lines.addAll(records(section, report));
            lines.add("");
        }
        lines.addAll(text.issues(section.text(report), issues));
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
            Paragraph.wrap(record.toString(), terminal.width() - 4).forEach(line -> lines.add("    " + line));
        }
        if (lookup.records().size() > MOST_RECORDS) {
            lines.add("    … and " + (lookup.records().size() - MOST_RECORDS) + " more");
        }
        return lines;
    }
}
