package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Null is the caller's mistake, and is refused by the name of the parameter. */
@SuppressWarnings("NullAway")
class NullTest {

    @Test
    void aTextToParse() {
        refused("octets", () -> StsRecord.parse((byte[]) null));
        refused("octets", () -> StsRecord.parse((Octets) null));
        refused("text", () -> StsRecord.parse((String) null));
        refused("octets", () -> StsPolicy.parse((byte[]) null));
        refused("octets", () -> StsPolicy.parse((Octets) null));
        refused("text", () -> StsPolicy.parse((String) null));
        refused("octets", () -> TlsRptRecord.parse((byte[]) null));
        refused("octets", () -> TlsRptRecord.parse((Octets) null));
        refused("text", () -> TlsRptRecord.parse((String) null));
        refused("text", () -> DomainName.parse(null));
        refused("bytes", () -> Octets.of((byte[]) null));
        refused("text", () -> Octets.of((String) null));
        refused("chars", () -> Octets.ofLatin1(null));
    }

    @Test
    void recordsToChooseFrom() {
        refused("records", () -> StsRecord.select(null));
        refused("records", () -> TlsRptRecord.select(null));
    }

    @Test
    void aPartOfAValue() {
        List<MxPattern> mx = List.of(new MxPattern("mail.example.org"));
        refused("mode", () -> new StsPolicy(null, Duration.ZERO, mx, Map.of()));
        refused("maxAge", () -> new StsPolicy(PolicyMode.NONE, null, mx, Map.of()));
        refused("mx", () -> new StsPolicy(PolicyMode.NONE, Duration.ZERO, null, Map.of()));
        refused("extensions", () -> new StsPolicy(PolicyMode.NONE, Duration.ZERO, mx, null));
        refused("id", () -> new StsRecord(null, Map.of()));
        refused("extensions", () -> new StsRecord("1", null));
        refused("rua", () -> new TlsRptRecord(null, Map.of()));
        refused("extensions", () -> new TlsRptRecord(List.of("mailto:tls@example.org"), null));
        refused("text", () -> new DomainName(null));
        refused("text", () -> new MxPattern(null));
    }

    @Test
    void aName() {
        MxPattern host = new MxPattern("mail.example.org");
        StsPolicy none = new StsPolicy(PolicyMode.NONE, Duration.ZERO, List.of(), Map.of());
        refused("name", () -> DomainName.canonical(null));
        refused("text", () -> MxPattern.isPattern(null));
        refused("mxHost", () -> host.matches(null));
        refused("mxHost", () -> none.coveredBy(null));
        refused("word", () -> PolicyMode.of(null));
        refused("name", () -> StsRecord.parse("").field(null));
    }

    @Test
    void aTextToRepair() {
        refused("record", () -> Repair.ofRecord(null, "1"));
        refused("freshId", () -> Repair.ofRecord(StsRecord.parse(""), null));
        refused("records", () -> Repair.ofTlsRpt(null, "mailto:tls@example.org"));
        refused("placeholder", () -> Repair.ofTlsRpt(List.of(TlsRptRecord.parse("")), null));
        refused("policy", () -> Repair.ofPolicy(null, List.of()));
        refused("mxHosts", () -> Repair.ofPolicy(StsPolicy.parse(""), null));
    }

    private static void refused(String parameter, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(parameter);
    }
}
