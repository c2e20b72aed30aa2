package io.github.mtasts.postfix;

import io.github.mtasts.syntax.Octets;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.CorruptedFrameException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** tcp_table(5): lines {@code get key} and {@code 200 data}, in which white space and {@code %} are written {@code %XX}. */
final class TcpTable implements MapProtocol {

    static final TcpTable INSTANCE = new TcpTable();

    private static final String GET = "get ";
    private static final int LONGEST_REPLY = 4096;
    private static final String TOO_LONG = "400 the%20answer%20is%20too%20long%20for%20tcp_table\n";

    private TcpTable() {}

    @Override
    public Optional<Request> next(ByteBuf in, int limit) {
        int length = in.bytesBefore((byte) '\n');
        if (length > limit || (length < 0 && in.readableBytes() > limit)) {
            throw new CorruptedFrameException("a line of more than " + limit + " octets");
        }
        if (length < 0) {
            return Optional.empty();
        }
        String line = in.readString(length, StandardCharsets.ISO_8859_1);
        in.skipBytes(1);
        Optional<String> key = line.startsWith(GET) ? decode(line.substring(GET.length())) : Optional.empty();
        return Optional.of(new Request(this, key.map(Octets::ofLatin1)));
    }

    @Override
    public Octets reply(Answer answer) {
        String reply = code(answer.kind()) + " " + encode(Octets.of(answer.text())) + "\n";
        return Octets.of(reply.length() <= LONGEST_REPLY ? reply : TOO_LONG);
    }

    @Override
    public String label() {
        return "tcp_table";
    }

    /** An invalid request is a temporary failure too: 500 would let the mail go without TLS. */
    private static int code(Answer.Kind kind) {
        return switch (kind) {
            case OK -> 200;
            case NOTFOUND -> 500;
            case TEMP, PERM -> 400;
        };
    }

    private static String encode(Octets octets) {
        String text = octets.latin1();
        StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char octet = text.charAt(i);
            if (octet > ' ' && octet < 0x7F && octet != '%') {
                encoded.append(octet);
            } else {
                encoded.append('%').append(hex(octet >> 4)).append(hex(octet));
            }
        }
        return encoded.toString();
    }

    private static char hex(int value) {
        return Character.toUpperCase(Character.forDigit(value & 0xF, 16));
    }

    private static Optional<String> decode(String encoded) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < encoded.length()) {
            if (encoded.charAt(i) != '%') {
                text.append(encoded.charAt(i++));
                continue;
            }
            if (i + 2 >= encoded.length()) {
                return Optional.empty();
            }
            int high = Character.digit(encoded.charAt(i + 1), 16);
            int low = Character.digit(encoded.charAt(i + 2), 16);
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            text.append((char) (high * 16 + low));
            i += 3;
        }
        return Optional.of(text.toString());
    }
}
