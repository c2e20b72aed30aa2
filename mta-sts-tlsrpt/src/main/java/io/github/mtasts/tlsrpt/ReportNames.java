package io.github.mtasts.tlsrpt;

import io.github.mtasts.syntax.DomainName;
import java.time.Instant;
import java.util.Optional;

/** The file name and the subject of a report (RFC 8460, sections 5.1 and 5.3). Its id may contain anything; names may not. */
final class ReportNames {

    private static final int MOST = 128;

    private ReportNames() {}

    // §5.1: sender "!" policy-domain "!" begin-timestamp "!" end-timestamp [ "!" unique-id ] "." extension
    static String fileName(TlsRptReport report, DomainName submitter) {
        String uniqueId = report.reportId().map(ReportNames::uniqueId).orElse("");
        return submitter + "!" + known(report.policyDomain(), "a single policy domain") + "!"
                + seconds(report.start(), "a start") + "!" + seconds(report.end(), "an end")
                + (uniqueId.isEmpty() ? "" : "!" + uniqueId) + ".json.gz";
    }

    // §5.3: "Report Domain:" domain-name "Submitter:" domain-name "Report-ID:" "<" id-left "@" id-right ">"
    static String subject(TlsRptReport report, DomainName submitter) {
        return "Report Domain: " + known(report.policyDomain(), "a single policy domain") + " Submitter: " + submitter
                + " Report-ID: <" + idLeft(known(report.reportId(), "an id")) + "@" + submitter + ">";
    }

    // §5.1: unique-id = 1*(ALPHA / DIGIT)
    private static String uniqueId(String id) {
        StringBuilder out = new StringBuilder();
        id.chars().filter(ReportNames::isAlphanumeric).limit(MOST).forEach(c -> out.append((char) c));
        return out.toString();
    }

    /** RFC 5322, section 3.6.4: id-left = dot-atom-text. */
    private static String idLeft(String id) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(MOST, id.length()); i++) {
            char c = id.charAt(i);
            boolean inner = i > 0 && i + 1 < Math.min(MOST, id.length()) && out.charAt(i - 1) != '.';
            out.append(isAtext(c) || (c == '.' && inner) ? c : '-');
        }
        return out.isEmpty() ? "-" : out.toString();
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isAtext(char c) {
        return isAlphanumeric(c) || "!#$%&'*+-/=?^_`{|}~".indexOf(c) >= 0;
    }

    private static long seconds(Optional<Instant> time, String what) {
        return known(time, what).getEpochSecond();
    }

    private static <T> T known(Optional<T> fact, String what) {
        return fact.orElseThrow(() -> new IllegalStateException("the report lacks " + what));
    }
}
