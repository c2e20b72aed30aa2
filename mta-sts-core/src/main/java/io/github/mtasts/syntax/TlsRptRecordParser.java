package io.github.mtasts.syntax;

import static io.github.mtasts.issue.IssueCode.TLSRPT_RUA_DUPLICATE;
import static io.github.mtasts.issue.IssueCode.TLSRPT_RUA_INVALID;
import static io.github.mtasts.issue.IssueCode.TLSRPT_RUA_MISSING;
import static io.github.mtasts.issue.IssueCode.TLSRPT_RUA_SCHEME;
import static io.github.mtasts.issue.IssueCode.TLSRPT_RUA_UNENCODED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a TLSRPT record (RFC 8460, section 3). */
final class TlsRptRecordParser {

    private final Octets given;
    private final String text;
    private final PlacedIssues found = new PlacedIssues();
    private final List<String> rua = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    TlsRptRecordParser(Octets given) {
        this.given = given;
        this.text = given.latin1();
    }

    Parsed<TlsRptRecord> parse() {
        TxtFields fields = new TxtFields(text, TxtGrammar.TLSRPT, found, this::rua);
        if (fields.read()) {
            found.add(TLSRPT_RUA_MISSING, TLSRPT_RUA_MISSING.meaning());
        }
        Optional<TlsRptRecord> value =
                found.hasError() ? Optional.empty() : Optional.of(new TlsRptRecord(rua, fields.extensions));
        return new Parsed<>(given, value, fields.fields, found.sorted());
    }

    // RFC 8460 §3: tlsrpt-rua = %s"rua=" tlsrpt-uri *(*WSP "," *WSP tlsrpt-uri)
    private void rua(int field, int from, int to) {
        if (from == to) {
            found.add(TLSRPT_RUA_MISSING, "The rua field is empty: " + TLSRPT_RUA_MISSING.meaning());
            return;
        }
        int first = Chars.skipWhiteSpace(text, from, to);
        if (first > from) {
            found.add(TLSRPT_RUA_INVALID, from, first, "There is white space before the first address.");
        }
        int idleComma = -1;
        for (int at = from; at <= to; ) {
            int start = Chars.skipWhiteSpace(text, at, to);
            int end = endOfUri(start, to);
            while (end < to && ReportUri.isCutByComma(text, start, end, uriBehind(end, to))) {
                end = endOfUri(end + 1, to);
            }
            int comma = end < to ? end : at - 1;
            if (start < end) {
                uri(start, Chars.trimWhiteSpace(text, start, end));
            } else if (comma > idleComma) {
                idleComma = comma;
                found.add(
                        TLSRPT_RUA_INVALID, comma, comma + 1, "An address is missing between two commas or at an end.");
            }
            at = end + 1;
        }
    }

    private String uriBehind(int comma, int to) {
        int end = endOfUri(comma + 1, to);
        int start = Chars.skipWhiteSpace(text, comma + 1, end);
        return text.substring(start, Chars.trimWhiteSpace(text, start, end));
    }

    private void uri(int start, int end) {
        String uri = text.substring(start, end);
        rua.add(uri);
        if (!seen.add(uri)) {
            found.add(TLSRPT_RUA_DUPLICATE, start, end, () -> "The address " + Octets.quote(uri) + " occurs twice.");
        }
        String meant = MeantUris.encoded(MeantUris.withoutSizeLimit(uri));
        boolean bareAddress = !ReportUri.hasScheme(uri) && ReportUri.isMailbox(meant);
        if (bareAddress || (ReportUri.hasScheme(uri) && !ReportUri.hasSupportedScheme(uri))) {
            found.add(TLSRPT_RUA_SCHEME, start, end, () -> Octets.quote(uri) + " is neither mailto: nor https:.");
        }
        boolean unencoded = uri.indexOf('!') >= 0 || uri.indexOf(',') >= 0;
        if (unencoded) {
            found.add(TLSRPT_RUA_UNENCODED, start, end, () -> unencoded(uri));
        }
        String judged = unencoded ? marksEncoded(uri) : uri;
        if (!bareAddress && !ReportUri.isUri(judged)) {
            found.add(TLSRPT_RUA_INVALID, start, end, () -> Octets.quote(uri) + " is not a URI.");
        } else if (ReportUri.hasSupportedScheme(uri) && !ReportUri.isUsable(judged)) {
            found.add(
                    TLSRPT_RUA_INVALID,
                    start,
                    end,
                    () -> Octets.quote(uri) + " names no "
                            + (Chars.lower(uri).startsWith("mailto:") ? "valid mail address." : "host."));
        }
    }

    /** With the marks encoded that TLSRPT_RUA_UNENCODED is about, so that no other fault is hidden by them. */
    private static String marksEncoded(String uri) {
        return MeantUris.withoutSizeLimit(uri).replace("!", "%21").replace(",", "%2C");
    }

    private static String unencoded(String uri) {
        String quoted = Octets.quote(uri);
        int mark = uri.indexOf('!');
        boolean sizeLimit = mark >= 0 && mark + 1 < uri.length() && Chars.isDigit(uri.charAt(mark + 1));
        return sizeLimit
                ? quoted + " ends in a size limit, which is DMARC syntax that TLSRPT does not have: remove "
                        + Octets.quote(uri.substring(mark)) + "."
                : quoted + " contains an unencoded exclamation mark or comma.";
    }

    private int endOfUri(int from, int to) {
        int comma = Chars.indexOf(text, ',', from, to);
        return comma < 0 ? to : comma;
    }
}
