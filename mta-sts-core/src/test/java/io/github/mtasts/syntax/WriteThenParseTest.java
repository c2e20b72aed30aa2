package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.IssueCode;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** What a value writes is read as an equal value, in the same order. */
class WriteThenParseTest {

    @Provide
    Arbitrary<StsRecord> records() {
        return Texts.records();
    }

    @Provide
    Arbitrary<TlsRptRecord> tlsRptRecords() {
        return Texts.tlsRptRecords();
    }

    @Provide
    Arbitrary<StsPolicy> policies() {
        return Texts.policies();
    }

    @Provide
    Arbitrary<DomainName> domains() {
        return Texts.domains();
    }

    @TextProperty
    void anMtaStsRecord(@ForAll("records") StsRecord record) {
        var read = StsRecord.parse(record.toTxt()).value();

        assertThat(read).contains(record);
        assertThat(read.orElseThrow().toTxt()).isEqualTo(record.toTxt());
    }

    @TextProperty
    void aTlsRptRecord(@ForAll("tlsRptRecords") TlsRptRecord record) {
        var read = TlsRptRecord.parse(record.toTxt()).value();

        assertThat(read).contains(record);
        assertThat(read.orElseThrow().toTxt()).isEqualTo(record.toTxt());
    }

    @TextProperty
    void aPolicy(@ForAll("policies") StsPolicy policy) {
        var parsed = StsPolicy.parse(policy.toText());

        assertThat(parsed.value()).contains(policy);
        assertThat(parsed.value().orElseThrow().toText()).isEqualTo(policy.toText());
    }

    @TextProperty
    void aDomainName(@ForAll("domains") DomainName domain) {
        var parsed = DomainName.parse(domain.text());

        assertThat(parsed.value()).contains(domain);
        assertThat(parsed.issues()).isEmpty();
    }

    @TextProperty
    void aPolicyInLfIsTheSamePolicy(@ForAll("policies") StsPolicy policy) {
        assertThat(StsPolicy.parse(policy.toText().replace("\r\n", "\n")).value())
                .contains(policy);
    }

    @TextProperty
    void aPolicyCoversItsHostsAndNoOther(@ForAll("policies") StsPolicy policy) {
        for (MxPattern pattern : policy.mx()) {
            String host = pattern.canonical().replace("*", "label");

            assertThat(policy.coveredBy(host)).isPresent();
            assertThat(new MxPattern(pattern.text()).matches("extra." + host)).isFalse();
        }
    }

    @TextProperty
    void aLineThatFollowsChangesNoIssue(@ForAll("policies") StsPolicy policy) {
        String text = policy.toText();
        var alone = StsPolicy.parse(text);
        var followed = StsPolicy.parse(text + "-\r\n");

        assertThat(followed.issues())
                .containsAll(alone.issues())
                .hasSize(alone.issues().size() + 1);
        assertThat(followed.issues().stream().map(issue -> issue.code())).contains(IssueCode.POLICY_LINE_MALFORMED);
    }

    @TextProperty
    void aFieldThatFollowsChangesNoIssue(@ForAll("records") StsRecord record) {
        var alone = StsRecord.parse(record.toTxt());
        var followed = StsRecord.parse(record.toTxt() + "; -");

        assertThat(followed.issues())
                .containsAll(alone.issues())
                .hasSize(alone.issues().size() + 1);
        assertThat(followed.fields()).isEqualTo(alone.fields());
    }

    @TextProperty
    void aRepairLeavesWhatHasNoFault(@ForAll("policies") StsPolicy policy) {
        String text =
                new StsPolicy(policy.mode(), policy.maxAge(), policy.mx().subList(0, 1), policy.extensions()).toText();
        var parsed = StsPolicy.parse(text);
        if (parsed.issues().stream().allMatch(issue -> issue.severity() == io.github.mtasts.issue.Severity.INFO)) {
            assertThat(Repair.ofPolicy(parsed, List.of()).text()).isEqualTo(text);
        }
    }
}
