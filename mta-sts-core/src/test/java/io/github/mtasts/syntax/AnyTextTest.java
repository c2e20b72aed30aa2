package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Whatever the octets, parsers read them to their end, and repairs make something valid of them. */
class AnyTextTest {

    @Provide
    Arbitrary<String> policyTexts() {
        return Arbitraries.oneOf(
                Texts.noise(),
                Texts.nearlyPolicies(),
                Texts.mutated(Texts.policies()
                        .map(policy -> Octets.of(policy.toText()).latin1())));
    }

    @Provide
    Arbitrary<String> recordTexts() {
        return Arbitraries.oneOf(
                Texts.noise(),
                Texts.nearlyRecords(),
                Texts.mutated(Texts.records().map(StsRecord::toTxt)),
                Texts.mutated(Texts.tlsRptRecords().map(TlsRptRecord::toTxt)));
    }

    @TextProperty
    void aPolicyIsReadAndRepaired(@ForAll("policyTexts") String text) {
        var parsed = StsPolicy.parse(Texts.octets(text));
        ParsedInvariants.holdForPolicy(parsed, text);

        CleanRepairTest.clean(text, StsPolicy::parse, any -> Repair.ofPolicy(any, List.of("mail.example.org")));
    }

    @TextProperty
    void theRepairOfAPolicyKeepsItsMode(@ForAll("policyTexts") String text) {
        var parsed = StsPolicy.parse(Texts.octets(text));
        var repaired = StsPolicy.parse(
                Repair.ofPolicy(parsed, List.of("mail.example.org")).text());

        parsed.field("mode")
                .map(Field::value)
                .flatMap(PolicyMode::of)
                .ifPresent(mode ->
                        assertThat(repaired.value().map(StsPolicy::mode)).contains(mode));
    }

    @TextProperty
    void anMtaStsRecordIsReadAndRepaired(@ForAll("recordTexts") String text) {
        var parsed = StsRecord.parse(Texts.octets(text));
        ParsedInvariants.holdForRecord(parsed, text);

        CleanRepairTest.clean(text, StsRecord::parse, any -> Repair.ofRecord(any, "fresh"));
    }

    @TextProperty
    void aTlsRptRecordIsReadAndRepaired(@ForAll("recordTexts") String text) {
        var parsed = TlsRptRecord.parse(Texts.octets(text));
        ParsedInvariants.holdForRecord(parsed, text);

        CleanRepairTest.clean(text, TlsRptRecord::parse, any -> Repair.ofTlsRpt(List.of(any), "mailto:a@example.net"));
    }

    @TextProperty
    void oneOfSeveralRecordsIsChosenOrNone(@ForAll("recordTexts") String one, @ForAll("recordTexts") String other) {
        var selection = StsRecord.select(List.of(Texts.octets(one), Texts.octets(other)));

        assertThat(selection.count() + selection.unrelated().size()).isEqualTo(2);
        assertThat(selection.first().isPresent()).isEqualTo(selection.status() != Selection.Status.ABSENT);
    }

    @TextProperty
    void aDomainNameIsRead(@ForAll String text) {
        var parsed = DomainName.parse(text);

        ParsedInvariants.holdForRecord(parsed, Octets.of(text).latin1());
        parsed.value()
                .ifPresent(domain ->
                        assertThat(DomainName.parse(domain.text()).value()).contains(domain));
    }

    @TextProperty
    void aHostIsMatchedOrNot(@ForAll("policyTexts") String host) {
        assertThat(new MxPattern("*.example.com").matches(host + ".example.com"))
                .isEqualTo(!host.isEmpty() && host.indexOf('.') < 0 && !host.startsWith("*"));
    }
}
