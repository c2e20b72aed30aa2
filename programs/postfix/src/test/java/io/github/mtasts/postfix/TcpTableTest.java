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

/** tcp_table(5). */
class TcpTableTest {

    private static final int LIMIT = 1024;

    @ParameterizedTest
    @CsvSource({
        "get example.org, example.org",
        "get %5B%3a%3A1%5d, '[::1]'",
        "get a%20b, a b",
        "get %25, %",
        "get %FF, \u00FF",
        "'get ', ''"
    })
    void aRequestIsGetAndTheEncodedKey(String line, String key) {
        assertThat(read(line + "\n")).contains(new Request(TcpTable.INSTANCE, Optional.of(Octets.ofLatin1(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "get", "GET a", "put a b", " get a", "get %", "get %4", "get %4g", "get a%"})
    void anyOtherLineIsNotALookup(String line) {
        assertThat(read(line + "\n")).contains(new Request(TcpTable.INSTANCE, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1025, 4096})
    void aLineWithoutEndEndsTheConnection(int octets) {
        assertThatThrownBy(() -> read("g".repeat(octets))).isInstanceOf(CorruptedFrameException.class);
        assertThatThrownBy(() -> read("g".repeat(octets) + "\n")).isInstanceOf(CorruptedFrameException.class);
    }

    @Test
    void aLineOfTheLimitIsRead() {
        assertThat(read("get " + "a".repeat(1020) + "\n")).isPresent();
        assertThat(read("get " + "a".repeat(1020))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ENFORCED, 200", "NOT_ENFORCED, 500", "MX_LOOKUP_FAILED, 400", "NO_LOOKUP, 400"})
    void whatIsNotKnownForSureIsNever500(AnswerReason reason, int code) {
        assertThat(TcpTable.INSTANCE.reply(new Answer(reason, "x")).decoded()).isEqualTo(code + " x\n");
    }

    @Test
    void aReplyIsEncoded() {
        assertThat(TcpTable.INSTANCE
                        .reply(new Answer(AnswerReason.ENFORCED, "secure match=a%\n\u00E9"))
                        .decoded())
                .isEqualTo("200 secure%20match=a%25%0A%C3%A9\n");
    }

    @Test
    void whatIsLongerThanPostfixTakesIsATemporaryFailure() {
        String most = "a".repeat(4096 - "200 \n".length());

        assertThat(TcpTable.INSTANCE
                        .reply(new Answer(AnswerReason.ENFORCED, most))
                        .decoded())
                .hasSize(4096)
                .startsWith("200 ");
        assertThat(TcpTable.INSTANCE
                        .reply(new Answer(AnswerReason.ENFORCED, most + "a"))
                        .decoded())
                .startsWith("400 ");
    }

    @Test
    void whateverComesIsARequestOrAnEnd() {
        Random random = new Random(1994);
        int lookUps = 0;
        int others = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder line = new StringBuilder("get ");
            for (int i = random.nextInt(40); i > 0; i--) {
                line.append(random.nextBoolean() ? '%' : (char) (random.nextInt(255) + 1));
            }
            ByteBuf in = octets(line.append('\n').toString());
            for (Optional<Request> next = TcpTable.INSTANCE.next(in, 64);
                    next.isPresent();
                    next = TcpTable.INSTANCE.next(in, 64)) {
                if (next.get().key().isPresent()) {
                    lookUps++;
                } else {
                    others++;
                }
            }
            assertThat(in.isReadable()).isFalse();
        }
        assertThat(lookUps).isPositive();
        assertThat(others).isPositive();
    }

    private static Optional<Request> read(String octets) {
        return TcpTable.INSTANCE.next(octets(octets), LIMIT);
    }

    private static ByteBuf octets(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
    }
}
