package io.github.mtasts.postfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.syntax.Octets;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.CorruptedFrameException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** socketmap_table(5), and netstrings as their definition has them. */
class SocketmapTest {

    private static final int LIMIT = 1024;

    @ParameterizedTest
    @CsvSource({
        "'19:postfix example.org,', example.org",
        "'20:postfix .example.org,', .example.org",
        "'10:a [::1]:25,', [::1]:25",
        "'8:postfix ,', ''",
        "'9:postfix  ,', ' '"
    })
    void aRequestIsTheNameOfTheMapASpaceAndTheKey(String octets, String key) {
        assertThat(read(octets)).contains(new Request(Socketmap.INSTANCE, Optional.of(Octets.ofLatin1(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0:,", "7:postfix,"})
    void aRequestWithoutAKeyIsNotALookup(String octets) {
        assertThat(read(octets)).contains(new Request(Socketmap.INSTANCE, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":,", // no length
                "x:a,",
                "-1:a,",
                " 1:a,",
                "1 :a,",
                "01:a,", // netstrings have no zero in front
                "00:,",
                "1:a;", // no comma
                "1:ab,",
                "1025:", // over the limit, known before the octets come
                "9999999", // seven digits, and no end
                "99999999999999999999:a,"
            })
    void whatIsNotANetstringEndsTheConnection(String octets) {
        assertThatThrownBy(() -> read(octets)).isInstanceOf(CorruptedFrameException.class);
    }

    @Test
    void everyBeginningOfARequestWaitsForTheRest() {
        String whole = "19:postfix example.org,";
        for (int end = 0; end < whole.length(); end++) {
            ByteBuf in = octets(whole.substring(0, end));
            assertThat(Socketmap.INSTANCE.next(in, LIMIT)).isEmpty();
            assertThat(in.readerIndex()).isZero();
        }
    }

    @Test
    void theNextRequestIsLeftWhereItIs() {
        ByteBuf in = octets("3:m a,3:m b,");

        Socketmap.INSTANCE.next(in, LIMIT);

        assertThat(in.toString(StandardCharsets.ISO_8859_1)).isEqualTo("3:m b,");
    }

    @ParameterizedTest
    @CsvSource({
        "ENFORCED, '7:OK data,'",
        "NOT_ENFORCED, '9:NOTFOUND ,'",
        "MX_LOOKUP_FAILED, '9:TEMP data,'",
        "NO_LOOKUP, '9:PERM data,'"
    })
    void aReplyIsANetstringThatBeginsWithTheKind(AnswerReason reason, String octets) {
        assertThat(Socketmap.INSTANCE.reply(new Answer(reason, "data")).decoded())
                .isEqualTo(octets);
    }

    @Test
    void whateverComesIsARequestOrAnEnd() {
        Random random = new Random(8461);
        int requests = 0;
        int ends = 0;
        for (int round = 0; round < 20_000; round++) {
            ByteBuf in = octets(mostlyFrames(random));
            try {
                while (Socketmap.INSTANCE.next(in, 64).isPresent()) {
                    requests++;
                }
            } catch (CorruptedFrameException end) {
                ends++;
            }
        }
        assertThat(requests).isPositive();
        assertThat(ends).isPositive();
    }

    private static String mostlyFrames(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String key = "m " + "k".repeat(random.nextInt(70));
            int lie = random.nextInt(8) == 0 ? random.nextInt(5) - 2 : 0;
            text.append(key.length() + lie).append(':').append(key).append(',');
        }
        if (random.nextBoolean()) {
            text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
        }
        return text.substring(0, random.nextInt(text.length() + 1));
    }

    private static Optional<Request> read(String octets) {
        return Socketmap.INSTANCE.next(octets(octets), LIMIT);
    }

    private static ByteBuf octets(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
    }
}
