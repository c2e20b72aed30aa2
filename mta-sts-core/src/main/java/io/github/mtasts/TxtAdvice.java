package io.github.mtasts;

import io.github.mtasts.issue.Severity;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.Repair;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Advice on the text of the two TXT records. The place is empty for a text that is not published yet. */
final class TxtAdvice {

    private static final String ONE_OF_ALL = "Publish one TLSRPT record with the addresses of all";

    static final String PUBLISH = "Publish";
    static final String PUBLISH_COVERED = "Once the policy covers every MX host, publish";
    static final String PUBLISH_THEN = "Once the policy is served, publish";

    private TxtAdvice() {}

    /** Whether it has a fault that a text to publish repairs. */
    static boolean isFaulty(Parsed<?> record) {
        return record.value().isEmpty()
                || record.issues().stream().anyMatch(issue -> issue.severity() != Severity.INFO);
    }

    static Recommendation publishRecord(String publish, String freshId, Optional<TxtPlace> place) {
        return advice(
                Advice.PUBLISH_RECORD,
                publish + " the MTA-STS record." + otherTexts(place),
                place,
                new StsRecord(freshId, Map.of()).toTxt());
    }

    /** The records that are at wrong names as one, with a new id: what it announces begins now. */
    static Recommendation moveRecord(
            String publish, List<MisplacedRecord<StsRecord>> misplaced, String freshId, Optional<TxtPlace> place) {
        Map<String, String> extensions = misplaced.stream()
                .flatMap(record -> record.texts().stream())
                .flatMap(text -> text.value().stream())
                .map(StsRecord::extensions)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(Map.of());
        return advice(
                Advice.PUBLISH_RECORD,
                publish + " the MTA-STS record"
                        + place.map(right -> " at " + right.where()).orElse("")
                        + MisplacedRecord.andDelete(misplaced) + otherTexts(place),
                place,
                new StsRecord(freshId, extensions).toTxt());
    }

    static Recommendation fixRecord(Repair repair, Optional<TxtPlace> place) {
        return advice(
                Advice.FIX_RECORD,
                "Publish the repaired MTA-STS record" + alone(place, "MTA-STS record") + guesses(repair),
                place,
                repair.text());
    }

    static Recommendation publishTlsRpt(String domain, Optional<TxtPlace> place) {
        return advice(
                Advice.PUBLISH_TLS_RPT,
                "Publish a TLSRPT record, so that senders report failures; use an address that somebody reads."
                        + otherTexts(place),
                place,
                "v=TLSRPTv1; rua=" + address(domain));
    }

    /** An MTA-STS record that holds the addresses for reports; empty unless they make a TLSRPT record without a fault. */
    static Optional<Recommendation> tlsRptOf(Optional<Parsed<StsRecord>> record, Optional<TxtPlace> place) {
        return record.flatMap(Parsed::value)
                .map(value -> value.extensions().get("rua"))
                .map(rua -> TlsRptRecord.parse("v=TLSRPTv1; rua=" + rua))
                .filter(text -> !isFaulty(text))
                .map(text -> advice(
                        Advice.PUBLISH_TLS_RPT,
                        "Publish a TLSRPT record, so that senders report failures; its addresses are those that the"
                                + " MTA-STS record names, where no sender looks for them." + otherTexts(place),
                        place,
                        text.text().decoded()));
    }

    /** The record that is at a wrong name, repaired where it has to be; of several one, with the addresses of all. */
    static Recommendation moveTlsRpt(
            List<MisplacedRecord<TlsRptRecord>> misplaced, String domain, Optional<TxtPlace> place) {
        List<Parsed<TlsRptRecord>> texts =
                misplaced.stream().flatMap(record -> record.texts().stream()).toList();
        Repair repair = Repair.ofTlsRpt(texts, address(domain));
        return advice(
                Advice.PUBLISH_TLS_RPT,
                (texts.size() == 1 ? "Publish the TLSRPT record" : ONE_OF_ALL)
                        + place.map(right -> " at " + right.where()).orElse("") + ", where senders look for it"
                        + MisplacedRecord.andDelete(misplaced) + otherTexts(place) + guesses(repair),
                place,
                repair.text());
    }

    /** Of several records one, with the addresses of all. */
    static Recommendation fixTlsRpt(List<Parsed<TlsRptRecord>> records, String domain, Optional<TxtPlace> place) {
        Repair repair = Repair.ofTlsRpt(records, address(domain));
        return advice(
                Advice.FIX_TLS_RPT,
                (records.size() == 1 ? "Publish the repaired TLSRPT record" : ONE_OF_ALL)
                        + alone(place, "TLSRPT record")
                        + guesses(repair),
                place,
                repair.text());
    }

    static Recommendation advice(Advice code, String message, Optional<TxtPlace> place, String text) {
        return new Recommendation(
                code,
                message + place.map(TxtPlace::operator).orElse("") + strings(text),
                place.map(TxtPlace::where),
                Optional.of(text));
    }

    /** What stands at the name in place of the record; a wildcard answers only for names that do not exist (RFC 4592, section 2.2.1). */
    private static String otherTexts(Optional<TxtPlace> place) {
        return place.filter(TxtPlace::hasOthers)
                .map(right -> " Keep no other TXT record at " + right.where() + ": delete those that are there now. A"
                        + " wildcard TXT record can stay, since it does not apply where the name exists.")
                .orElse("");
    }

    /** Other texts at a name that is shared stay where they are. */
    private static String alone(Optional<TxtPlace> place, String what) {
        return place.filter(right -> right.isShared() && !right.isReplaced()).isPresent()
                ? ", and no other " + what + " beside it."
                : ", and no other beside it.";
    }

    /** RFC 1035, section 3.3: a character-string holds 255 octets; senders join those of one record (RFC 8461, section 3.1). */
    private static String strings(String text) {
        int octets = text.getBytes(StandardCharsets.UTF_8).length;
        return octets > 255
                ? " The text has " + octets
                        + " octets: publish it in one record, as several strings of at most 255 octets each."
                : "";
    }

    static String guesses(Repair repair) {
        return repair.guesses().isEmpty() ? "" : " " + String.join(" ", repair.guesses());
    }

    private static String address(String domain) {
        return "mailto:tlsrpt@" + domain;
    }
}
