package io.github.mtasts.syntax;

import static io.github.mtasts.issue.IssueCode.TLSRPT_RUA_DUPLICATE;
import static io.github.mtasts.issue.IssueCode.TLSRPT_RUA_INVALID;
import static io.github.mtasts.issue.IssueCode.TLSRPT_RUA_MISSING;
import static io.github.mtasts.issue.IssueCode.TLSRPT_RUA_SCHEME;
import static io.github.mtasts.issue.IssueCode.TLSRPT_RUA_UNENCODED;

import io.github.mtasts.issue.RemoteText;
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
            missing();
        }
    }

    private void missing() {
        Optional<String> name =
                fields.meaning.misspelt().map(field -> field.name().quoted());
        if (name.isPresent()) {
            found.add(
                    TLSRPT_RUA_MISSING,
                    TLSRPT_RUA_MISSING.meaning() + " The field " + name.get() + " was probably meant as rua.",
                    "Write rua in place of " + name.get() + ".");
        } else {
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
        List<MeantUris> meant = Stream.concat(
                        meantUris(), others.stream().flatMap(other -> new TlsRptRecordParser(other).meantUris()))
                .toList();
        List<String> uris =
                meant.stream().flatMap(some -> some.uris().stream()).distinct().toList();
        List<String> guesses = new ArrayList<>();
        if (uris.isEmpty()) {
            guesses.add("The report address is a placeholder: replace it with one that you read.");
        }
        meant.stream().flatMap(some -> some.doubts().stream()).distinct().forEach(guesses::add);
        return new Repair(fields.meaning.write(uris.isEmpty() ? placeholder : String.join(",", uris)), guesses);
    }

    private Stream<MeantUris> meantUris() {
        return fields.meaning.required().stream().map(MeantUris::of);
    }

    // RFC 8460 §3: tlsrpt-rua = %s"rua=" tlsrpt-uri *(*WSP "," *WSP tlsrpt-uri)
    private void rua(Span field, Span value) {
        if (value.isEmpty()) {
            found.add(TLSRPT_RUA_MISSING, "The rua field is empty, so the record has no address for reports.");
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
            while (end < value.to() && ReportUri.isCut(value.whole(), start, end, uriBehind(value.since(end + 1)))) {
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
                        () -> "An address is missing between two commas or at an end.",
                        "Delete the comma, or write the address that belongs there.");
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
        boolean bareAddress = !ReportUri.hasScheme(uri) && MeantMail.isBare(MeantUris.withoutSizeLimit(uri));
        if (bareAddress) {
            found.add(
                    TLSRPT_RUA_SCHEME,
                    place,
                    () -> place.quoted() + " is neither mailto: nor https:.",
                    "Write mailto: in front of the mail address.");
        } else if (ReportUri.hasScheme(uri) && !ReportUri.hasSupportedScheme(uri)) {
            found.add(
                    TLSRPT_RUA_SCHEME,
                    place,
                    () -> place.quoted() + " is neither mailto: nor https:.",
                    "Write mailto: and a mail address, or an https: URL.");
        }
        boolean unencoded = uri.indexOf('!') >= 0 || uri.indexOf(',') >= 0;
        if (unencoded) {
            unencoded(place);
        }
        String judged = unencoded ? marksEncoded(uri) : uri;
        if (!bareAddress && !ReportUri.isUri(judged)) {
            found.add(
                    TLSRPT_RUA_INVALID,
                    place,
                    () -> place.quoted() + " is not a URI." + (Placeholder.isIn(uri) ? " It has a placeholder." : ""),
                    remedy(uri));
        } else if (ReportUri.hasSupportedScheme(uri) && !ReportUri.isUsable(judged)) {
            boolean mail = Chars.lower(uri).startsWith("mailto:");
            found.add(
                    TLSRPT_RUA_INVALID,
                    place,
                    () -> place.quoted() + " names no " + (mail ? "valid mail address." : "host."),
                    mail ? remedy(uri) : "Write https:// and the name of a host.");
        }
    }

    /** The URI to write, where one can be read in what is written. */
    private static String remedy(String uri) {
        List<String> meant = MeantUris.of(uri).uris();
        return meant.isEmpty() ? TLSRPT_RUA_INVALID.remedy() : "Write this address: " + RemoteText.list(meant);
    }

    /** With the marks encoded that TLSRPT_RUA_UNENCODED is about, so that no other fault is hidden by them. */
    private static String marksEncoded(String uri) {
        return MeantUris.withoutSizeLimit(uri).replace("!", "%21").replace(",", "%2C");
    }

    private void unencoded(Span place) {
        String uri = place.text();
        int mark = uri.indexOf('!');
        if (MeantUris.withoutSizeLimit(uri).length() < uri.length()) {
            String limit = Octets.quote(uri.substring(uri.lastIndexOf('!')));
            found.add(
                    TLSRPT_RUA_UNENCODED,
                    place,
                    () -> place.quoted() + " ends in a size limit, which is DMARC syntax that TLSRPT does not have.",
                    "Delete " + limit + ".");
        } else {
            found.add(
                    TLSRPT_RUA_UNENCODED,
                    place,
                    () -> place.quoted() + " contains an unencoded " + (mark >= 0 ? "exclamation mark." : "comma."),
                    mark >= 0 ? "Write %21 for the exclamation mark." : "Write %2C for the comma.");
        }
    }
}
