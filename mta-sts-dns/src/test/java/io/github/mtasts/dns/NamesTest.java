package io.github.mtasts.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Name;

class NamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "org",
                "_mta-sts.Example.org",
                "a\\.b.example",
                "a\\\\b.example",
                "\\000\\032\\255.example",
                "@"
            })
    void aNameIsWrittenAsItWasRead(String text) {
        assertThat(Names.parse(text).map(Names::text)).contains(text);
    }

    @Test
    void theFinalDotIsLeftOut() {
        assertThat(Names.parse("example.org.").map(Names::text)).contains("example.org");
    }

    @Test
    void everyOctetOfALabelCanBeWritten() throws IOException {
        for (int octet = 0; octet < 256; octet++) {
            Name name = new Name(new byte[] {1, (byte) octet, 0});

            assertThat(Names.parse(Names.text(name))).contains(name);
        }
    }
}
