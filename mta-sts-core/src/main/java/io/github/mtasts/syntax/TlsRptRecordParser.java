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
import java.util.stream.Stream;

/** Reads a TLSRPT record (RFC 8460, section 3). */
final class TlsRptRecordParser {

    private final Octets given;
    private final PlacedIssues found = new PlacedIssues();
    private final TxtFields fields;
    private final List<String> rua = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    TlsRptRecordParser(Octets given) {
        this.given = given;
        this.fields = new TxtFields(given.latin1(), TxtGrammar.TLSRPT, found, this::rua);
        if (fields.read()) {
            found.add(TLSRPT_RUA_MISSING, TLSRPT_RUA_MISSING.meaning());
        }
    }

    Parsed<TlsRptRecord> parsed() {
        Optional<TlsRptRecord> value =
                found.hasError() ? Optional.empty() : Optional.of(new TlsRptRecord(rua, fields.extensions));
        return new Parsed<>(given, value, fields.meaning.fields(), found.sorted());
    }

    /** The text to publish in place of this record and of others beside it: this one where it is alone and has no fault. */
    Repair repair(List<Octets> others, String placeholder) {
        if (!found.hasFault() && others.isEmpty()) {
            return new Repair(given.decoded(), List.of());
        }
        List<String> uris = Stream.concat(
                        meantUris(), others.stream().flatMap(other -> new TlsRptRecordParser(other).meantUris()))
                .distinct()
                .toList();
        return uris.isEmpty()
                ? new Repair(
                        fields.meaning.write(placeholder),
                        List.of("The report address is a placeholder: replace it with one that you read."))
                : new Repair(fields.meaning.write(String.join(",", uris)), List.of());
    }

    private Stream<String> meantUris() {
        return fields.meaning.required().stream().flatMap(value -> MeantUris.of(value).stream());
    }

    // RFC 8460 §3: tlsrpt-rua = %s"rua=" tlsrpt-uri *(*WSP "," *WSP tlsrpt-uri)
    private void rua(Span field, Span value) {
        if (value.isEmpty()) {
            found.add(TLSRPT_RUA_MISSING, "The rua field is empty: " + TLSRPT_RUA_MISSING.meaning());
            return;
        }
        Span written = value.trimmed();
        if (written.from() > value.from()) {
            found.add(TLSRPT_RUA_INVALID, value.upTo(written.from()), "There is white space before the first address.");
        }
        int idleComma = -1;
        for (int at = value.from(); at <= value.to(); ) {
            Span rest = value.since(at);
            int end = rest.end(',');
            int start = rest.upTo(end).trimmed().from();
            while (end < value.to()
                    && ReportUri.isCutByComma(value.whole(), start, end, uriBehind(value.since(end + 1)))) {
                end = value.since(end + 1).end(',');
            }
            Span uri = value.part(start, end).trimmed();
            int comma = end < value.to() ? end : at - 1;
            if (!uri.isEmpty()) {
                uri(uri);
            } else if (comma > idleComma) {
                idleComma = comma;
                found.add(
                        TLSRPT_RUA_INVALID,
                        value.part(comma, comma + 1),
                        "An address is missing between two commas or at an end.");
            }
            at = end + 1;
        }
    }

    private static String uriBehind(Span rest) {
        return rest.upTo(rest.end(',')).trimmed().text();
    }

    private void uri(Span place) {
        String uri = place.text();
        rua.add(uri);
        if (!seen.add(uri)) {
            found.add(TLSRPT_RUA_DUPLICATE, place, () -> "The address " + place.quoted() + " occurs twice.");
        }
        String meant = MeantUris.encoded(MeantUris.withoutSizeLimit(uri));
        boolean bareAddress = !ReportUri.hasScheme(uri) && ReportUri.isMailbox(meant);
        if (bareAddress || (ReportUri.hasScheme(uri) && !ReportUri.hasSupportedScheme(uri))) {
            found.add(TLSRPT_RUA_SCHEME, place, () -> place.quoted() + " is neither mailto: nor https:.");
        }
        boolean unencoded = uri.indexOf('!') >= 0 || uri.indexOf(',') >= 0;
        if (unencoded) {
            found.add(TLSRPT_RUA_UNENCODED, place, () -> unencoded(uri));
        }
        String judged = unencoded ? marksEncoded(uri) : uri;
        if (!bareAddress && !ReportUri.isUri(judged)) {
            found.add(TLSRPT_RUA_INVALID, place, () -> place.quoted() + " is not a URI.");
        } else if (ReportUri.hasSupportedScheme(uri) && !ReportUri.isUsable(judged)) {
            found.add(
                    TLSRPT_RUA_INVALID,
                    place,
                    () -> place.quoted() + " names no "
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
}
