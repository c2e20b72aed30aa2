package io.github.mtasts.syntax;

import static io.github.mtasts.syntax.PolicyRepairTest.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy in the wrong form, or among other texts: its lines are found, and nothing else. */
class WrappedPolicyRepairTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: STSv1; mode: enforce; mx: a.example.com; mx: b.example.com; max_age: 1209600; x-note: 1",
                "version: STSv1, mode: enforce, mx: a.example.com, b.example.com, max_age: 1209600, x-note: 1",
                "version: STSv1 mode: enforce mx: a.example.com mx: b.example.com max_age: 1209600 x-note: 1",
                "version: STSv1<br>mode: enforce<br>mx: a.example.com<br/>mx: b.example.com<br>max_age: 1209600<br>x-note: 1",
                "version STSv1 mode enforce mx a.example.com mx b.example.com max_age 1209600 x-note: 1",
                "version=STSv1&mode=enforce&mx=a.example.com&mx=b.example.com&max_age=1209600&x-note=1",
                "version: STSv1%0D%0Amode: enforce%0D%0Amx: a.example.com%0D%0Amx: b.example.com%0D%0Amax_age: 1209600%0D%0Ax-note: 1%0D%0A",
                "version%3A+STSv1%0amode%3A+enforce%0amx%3A+a.example.com%0amx%3A+b.example.com%0amax_age%3A+1209600%0ax-note%3A+1%0a",
                "version: STSv1&#10;mode: enforce&#10;mx: a.example.com&#10;mx: b.example.com&#10;max_age: 1209600&#10;x-note: 1&#10;",
                "version: STSv1&#13;&#10;mode: enforce&#13;&#10;mx: a.example.com&#13;&#10;mx: b.example.com&#xD;&#xA;max_age: 1209600&#13;&#10;x-note: 1",
                "version: STSv1&lt;br&gt;mode: enforce&lt;br /&gt;mx: a.example.com&lt;br&gt;mx: b.example.com&lt;br&gt;max_age: 1209600&lt;br&gt;x-note: 1",
                "version: STSv1\\nmode: enforce\\nmx: a.example.com\\nmx: b.example.com\\nmax_age: 1209600\\nx-note: 1\\n",
                "{\"version\":\"STSv1\",\"mode\":\"enforce\",\"mx\":[\"a.example.com\",\"b.example.com\"],\"max_age\":1209600,\"x-note\":\"1\"}"
            })
    void aPolicyOnOneLineGetsItsLines(String text) {
        assertThat(lines(text))
                .containsExactly(
                        "version: STSv1",
                        "mode: enforce",
                        "mx: a.example.com",
                        "mx: b.example.com",
                        "max_age: 1209600",
                        "x-note: 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<br>", "<br />", "</p>", "&lt;br&gt;", "&#13;", "\\n", "%0D"})
    void aLineEndThatIsWrittenBeforeTheRealOneIsNoPartOfTheValue(String end) {
        assertThat(lines(
                        "version: STSv1" + end,
                        "mode: enforce" + end,
                        "mx: a.example.com" + end,
                        "max_age: 1209600" + end))
                .containsExactly("version: STSv1", "mode: enforce", "mx: a.example.com", "max_age: 1209600");
    }

    @Test
    void anEscapeWithinAHostEndsNoLine() {
        assertThat(lines("version: STSv1", "mode: enforce", "mx: mail\\new.example.com", "max_age: 604800"))
                .containsExactly("version: STSv1", "mode: enforce", "mx: live.example.net", "max_age: 604800");
    }

    @Test
    void nothingOfAnotherTextIsKept() {
        assertThat(lines("v=STSv1;", "id=77", "see: below"))
                .containsExactly("version: STSv1", "mode: testing", "mx: " + "live.example.net", "max_age: 604800");
    }

    @Test
    void aRecordBesideThePolicyIsDropped() {
        assertThat(lines("v=STSv1; id=77", "version: STSv1", "mode: none", "max_age: 604800"))
                .containsExactly("version: STSv1", "mode: none", "max_age: 604800");
    }

    @Test
    void ofTwoPoliciesInOneFileEachHostIsKeptOnce() {
        assertThat(lines(
                        "version: STSv1",
                        "mode: enforce",
                        "mx: a.example.com",
                        "max_age: 604800",
                        "version: STSv1",
                        "mode: enforce",
                        "mx: a.example.com",
                        "mx: b.example.com",
                        "max_age: 604800"))
                .containsExactly(
                        "version: STSv1", "mode: enforce", "mx: a.example.com", "max_age: 604800", "mx: b.example.com");
    }

    @Test
    void frontMatterAndFencesAreNoPartOfThePolicy() {
        List<String> policy = List.of("version: STSv1", "mode: none", "max_age: 604800");

        assertThat(lines("---", "layout: none", "---", "version: STSv1", "mode: none", "max_age: 604800"))
                .isEqualTo(policy);
        assertThat(lines("```yaml", "version: STSv1", "mode: none", "max_age: 604800", "```"))
                .isEqualTo(policy);
        assertThat(lines("---", "version: STSv1", "mode: none", "max_age: 604800", "---"))
                .isEqualTo(policy);
    }

    @Test
    void aPolicyInAnotherFormatIsRead() {
        String[] expected = {"version: STSv1", "mode: enforce", "mx: a.example.com", "max_age: 604800"};
        String text = String.join("\n", expected);

        for (byte[] octets : List.of(
                text.getBytes(StandardCharsets.UTF_16),
                text.getBytes(StandardCharsets.UTF_16LE),
                ("{\\rtf1\\ansi{\\fonttbl\\f0 Arial;}\n\\f0\\fs24 " + text.replace("\n", "\\\n") + "}")
                        .getBytes(StandardCharsets.US_ASCII))) {
            assertThat(Repair.ofPolicy(StsPolicy.parse(octets), List.of("live.example.net"))
                            .text()
                            .lines())
                    .containsExactly(expected);
        }
    }
}
