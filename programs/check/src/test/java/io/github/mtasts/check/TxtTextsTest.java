package io.github.mtasts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.check.TxtTexts.Txt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code txt-forms.vectors}: TXT records are read in the forms in which tools print them. */
class TxtTextsTest {

    static Stream<Arguments> forms() throws IOException {
        return Stream.of(vectors().split("\n--- ")).skip(1).map(block -> {
            int end = block.indexOf('\n');
            int result = block.lastIndexOf("\n=> ");
            return Arguments.of(
                    block.substring(0, end),
                    block.substring(end + 1, result + 1),
                    block.substring(result + "\n=> ".length()).strip());
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void theTextIsReadAsTheVectorSays(String reason, String text, String result) {
        assertThat(shown(TxtTexts.read(text.getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo(result);
    }

    @Test
    void anyTextIsRead() {
        Random random = new Random(1035);
        String[] parts = {
            "\"", "\\", "(", ")", ";", "\n", " ", "TXT", "IN", "text =", "v=STSv1", "\\0", "descriptive text \"", "300"
        };
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(12), 0, parts.length)
                    .mapToObj(part -> parts[part])
                    .collect(Collectors.joining());

            assertThat(TxtTexts.read(text.getBytes(StandardCharsets.ISO_8859_1)).records())
                    .as(text)
                    .allSatisfy(record -> assertThat(record.octets().length()).isLessThanOrEqualTo(text.length()));
        }
    }

    private static String shown(TxtTexts texts) {
        boolean cut = texts.records().stream().anyMatch(Txt::cut);
        String unclosed = texts.unclosed()
                .map(place -> " unclosed " + place.line() + ":" + place.column())
                .orElse("");
        String form = texts.form().name().toLowerCase(Locale.ROOT) + (cut ? " cut" : "") + unclosed;
        return Stream.concat(
                        Stream.of(form),
                        texts.records().stream()
                                .map(record -> record.owner().orElse("-") + " " + record.strings() + " "
                                        + visible(record.octets().latin1())))
                .collect(Collectors.joining("\n"));
    }

    private static String visible(String octets) {
        return octets.chars()
                .mapToObj(c -> c >= ' ' && c < 0x7F ? Character.toString(c) : String.format("\\x%02X", c))
                .collect(Collectors.joining());
    }

    private static String vectors() throws IOException {
        try (InputStream input = Objects.requireNonNull(TxtTextsTest.class.getResourceAsStream("txt-forms.vectors"))) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
