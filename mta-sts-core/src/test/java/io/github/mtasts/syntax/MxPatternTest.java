package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8461 §4.1: equal without regard to case, or a wildcard that stands for exactly one label. */
class MxPatternTest {

    @ParameterizedTest
    @CsvSource({
        "mail.example.com, mail.example.com",
        "mail.example.com, MAIL.Example.COM",
        "MAIL.Example.COM, mail.example.com",
        "mail.example.com, mail.example.com.",
        "mail.example.com., mail.example.com",
        "localhost, localhost",
        "*.example.com, mail.example.com",
        "*.example.com, MAIL.EXAMPLE.COM.",
        "*.Example.Com., mail.example.com",
        "*.example.com, _mail.example.com",
        "*.example.com, xn--bcher-kva.example.com",
        "*.mail.example.com, a.mail.example.com",
        "*.com, example.com"
    })
    void covers(String pattern, String host) {
        assertThat(new MxPattern(pattern).matches(host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "mail.example.com, mail2.example.com",
        "mail.example.com, example.com",
        "mail.example.com, a.mail.example.com",
        "mail.example.com, mail.example.com.org",
        "mail.example.com, mail-example.com",
        "mail.example.com, mail.example.com..",
        "mail.example.com, ''",
        "mail.example.com, .",
        "*.example.com, example.com",
        "*.example.com, example.com.",
        "*.example.com, .example.com",
        "*.example.com, a.b.example.com",
        "*.example.com, mailexample.com",
        "*.example.com, mail.example.org",
        "*.example.com, mail.example.comx",
        "*.example.com, *.example.com",
        "*.example.com, mail.example.com..",
        "*.example.com, ''",
        "*.example.com, .",
        "*.com, mail.example.com",
        "*.com, com"
    })
    void doesNotCover(String pattern, String host) {
        assertThat(new MxPattern(pattern).matches(host)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"mark.example.com, mar\u212A.example.com", "*.mails.example, a.mail\u017F.example"})
    void aLetterOutsideAsciiIsNotAnotherSpellingOfOneInside(String pattern, String host) {
        assertThat(new MxPattern(pattern).matches(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "*",
                "*.",
                "*..",
                "*.*.example.com",
                "a.*.example.com",
                "m*.example.com",
                "*example.com",
                ".example.com",
                "a..example.com",
                "mail.example.com..",
                "mail_1.example.com",
                "-a.example.com",
                "a-.example.com",
                "b\u00FCcher.example",
                "mail.example.com ",
                "[192.0.2.1]",
                "2001:db8::1"
            })
    void refusesWhatIsNotAPattern(String text) {
        assertThat(MxPattern.isPattern(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new MxPattern(text));
    }

    @Test
    void keepsItsSpellingAndHasACanonicalOne() {
        var pattern = new MxPattern("*.Example.COM.");

        assertThat(pattern.text()).isEqualTo("*.Example.COM.");
        assertThat(pattern.canonical()).isEqualTo("*.example.com");
        assertThat(pattern.isWildcard()).isTrue();
    }
}
