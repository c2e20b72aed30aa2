package io.github.mtasts.syntax;

import static io.github.mtasts.syntax.PolicyRepairTest.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is taken out of a host's name makes another host, so a name that cannot be read whole is left out. */
class RepairedHostsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b\u00FCcher.example",
                "\u00FCber.example.com",
                "mail.example.co\u00FC",
                "ma\0il.example.com",
                "ma\u007Fil.example.com",
                "\u001B[1mmail.example.com",
                "ma\"il.example.com",
                "ma il.example.com",
                "mail .example.com",
                "mail. example.com",
                "mail.example com",
                "our mail.example.com"
            })
    void nothingIsTakenOutOfAHost(String octets) {
        var policy = StsPolicy.parse(Octets.ofLatin1(
                "version: STSv1\nmode: enforce\nmx: a.example.com\nmx: " + octets + "\nmax_age: 604800\n"));
        var repair = Repair.ofPolicy(policy, List.of("live.example.net"));

        assertThat(repair.text().lines())
                .containsExactly(
                        "version: STSv1",
                        "mode: enforce",
                        "mx: a.example.com",
                        "mx: live.example.net",
                        "max_age: 604800");
        assertThat(repair.mxDropped()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ma\u202Eil.example.com",
                "ma\u201Cil.example.com",
                "ma\u0096il.example.com",
                "ma\uFFFDil.example.com"
            })
    void whatStandsForAnotherCharacterIsNotTakenOut(String host) {
        assertThat(lines("version: STSv1", "mode: enforce", "mx: " + host, "max_age: 604800"))
                .containsExactly("version: STSv1", "mode: enforce", "mx: live.example.net", "max_age: 604800");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ma\u200Bil.example.com",
                "ma\u00ADil.example.com",
                "\u201Cmail.example.com\u201D",
                "mail.example.com\0",
                "mail.example.com (primary)",
                "mail.example.com, primary"
            })
    void whatIdnaIgnoresAndWhatIsAroundAHostGoes(String host) {
        assertThat(lines("version: STSv1", "mode: enforce", "mx: " + host, "max_age: 604800"))
                .contains("mx: mail.example.com");
    }
}
