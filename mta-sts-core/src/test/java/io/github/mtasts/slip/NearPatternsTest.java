package io.github.mtasts.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pattern is pointed at where one slip of the hand makes it the host's, and at no other. */
class NearPatternsTest {

    @ParameterizedTest
    @CsvSource({
        "mial.example.com, mail.example.com, is one typing error away from mail.example.com",
        "mal.example.com, mail.example.com, is one typing error away from mail.example.com",
        "mail.exammple.com, mail.example.com, is one typing error away from mail.example.com",
        "mail.example.co, mail.example.com, is one typing error away from mail.example.com",
        "mailexample.com, mail.example.com, is one typing error away from mail.example.com",
        "*.exmaple.com, mail.example.com, is one typing error away from mail.example.com",
        "example.mail.com, mail.example.com, has the labels of mail.example.com in another order",
        "mail.example.net, mail.example.com, ends in another top-level domain than mail.example.com",
        "*.example.net, mail.example.com, ends in another top-level domain than mail.example.com"
    })
    void aSlipIsNamed(String pattern, String host, String words) {
        assertThat(sentence(pattern, host)).isEqualTo(" The pattern " + pattern + " " + words + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "mx1.example.com, mx2.example.com",
        "mail.example.com, mail2.example.com",
        "backup.example.com, mail.example.com",
        "*.example.com, a.b.example.com",
        "mial.example.org, mail.example.com",
        "*.org, example.com",
        "localhost, com"
    })
    void anotherHostIsNotASlip(String pattern, String host) {
        assertThat(sentence(pattern, host)).isEmpty();
    }

    @Test
    void theFirstOfSeveralIsNamed() {
        assertThat(new NearPatterns(Stream.of("other.example.com", "mial.example.com", "mal.example.com"))
                        .sentence("mail.example.com"))
                .startsWith(" The pattern mial.example.com ");
    }

    @Test
    void aFewHostsAreEnough() {
        NearPatterns patterns = new NearPatterns(Stream.of("mial.example.com"));

        assertThat(IntStream.range(0, 100)
                        .filter(time -> !patterns.sentence("mail.example.com").isEmpty()))
                .hasSize(20);
    }

    private static String sentence(String pattern, String host) {
        return new NearPatterns(Stream.of(pattern)).sentence(host);
    }
}
