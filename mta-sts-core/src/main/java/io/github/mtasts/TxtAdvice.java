package io.github.mtasts;

import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.Repair;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Advice on the text of the two TXT records. The place is empty for a text that is not published yet. */
final class TxtAdvice {

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private TxtAdvice() {}

    /** An id made from the time of the check; a year has four digits, or it would not be an id. */
    static String freshId(Optional<Instant> now) {
        return ID.format(now.filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(YEAR_10000))
                .orElse(Instant.EPOCH));
    }

    static Recommendation publishRecord(String freshId, Optional<String> where) {
        return new Recommendation(
                Advice.PUBLISH_RECORD,
                "Once the policy is served, publish the MTA-STS record.",
                where,
                Optional.of(new StsRecord(freshId, Map.of()).toTxt()));
    }

    static Recommendation fixRecord(Parsed<StsRecord> record, String freshId, Optional<String> where) {
        Repair repair = Repair.ofRecord(record, freshId);
        return new Recommendation(
                Advice.FIX_RECORD,
                "Publish the repaired MTA-STS record, and no other beside it." + PolicyAdvice.guesses(repair),
                where,
                Optional.of(repair.text()));
    }

    static Recommendation publishTlsRpt(String domain, Optional<String> where) {
        return new Recommendation(
                Advice.PUBLISH_TLS_RPT,
                "Publish a TLSRPT record, so that senders report failures; use an address that somebody reads.",
                where,
                Optional.of("v=TLSRPTv1; rua=" + address(domain)));
    }

    static Recommendation fixTlsRpt(Parsed<TlsRptRecord> record, String domain, Optional<String> where) {
        Repair repair = Repair.ofTlsRpt(record, address(domain));
        return new Recommendation(
                Advice.FIX_TLS_RPT,
                "Publish the repaired TLSRPT record, and no other beside it." + PolicyAdvice.guesses(repair),
                where,
                Optional.of(repair.text()));
    }

    private static String address(String domain) {
        return "mailto:tlsrpt@" + domain;
    }
}
