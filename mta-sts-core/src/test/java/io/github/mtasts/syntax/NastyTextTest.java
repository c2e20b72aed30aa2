package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A megabyte of each kind is read, judged, repaired and shown like any other text. */
class NastyTextTest {

    private static final int MEBIBYTE = 1 << 20;
    private static final List<String> HOSTS = List.of("mail.example.org");

    @ParameterizedTest
    @EnumSource
    void aNastyPolicyIsParsedAndRepaired(NastyText kind) {
        String text = kind.of(MEBIBYTE);
        var parsed = StsPolicy.parse(Texts.octets(text));

        ParsedInvariants.holdForPolicy(parsed, text);
        assertThat(StsPolicy.parse(Repair.ofPolicy(parsed, HOSTS).text()).value())
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void aNastyMtaStsRecordIsParsedAndRepaired(NastyText kind) {
        String text = kind.of(MEBIBYTE);
        var parsed = StsRecord.parse(Texts.octets(text));

        ParsedInvariants.holdForRecord(parsed, text);
        assertThat(StsRecord.parse(Repair.ofRecord(parsed, "fresh").text()).value())
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void aNastyTlsRptRecordIsParsedAndRepaired(NastyText kind) {
        String text = kind.of(MEBIBYTE);
        var parsed = TlsRptRecord.parse(Texts.octets(text));

        ParsedInvariants.holdForRecord(parsed, text);
        assertThat(TlsRptRecord.parse(Repair.ofTlsRpt(List.of(parsed), "mailto:a@example.net")
                                .text())
                        .value())
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void nastyRecordsAreSelectedAmong(NastyText kind) {
        List<Octets> records = Arrays.stream(kind.of(MEBIBYTE).split(";", -1))
                .map(Texts::octets)
                .toList();

        assertThat(StsRecord.select(records).count()).isLessThanOrEqualTo(records.size());
    }

    @ParameterizedTest
    @EnumSource
    void aNastyNameIsNeitherADomainNorAPattern(NastyText kind) {
        String text = kind.of(MEBIBYTE);

        assertThat(DomainName.parse(text).value()).isEmpty();
        assertThat(DomainName.parse(new String(Texts.octets(text).bytes(), StandardCharsets.UTF_8))
                        .value())
                .isEmpty();
        assertThat(new MxPattern("*.example.com").matches(text)).isFalse();
        assertThat(MxPattern.isPattern(text)).isFalse();
    }
}
