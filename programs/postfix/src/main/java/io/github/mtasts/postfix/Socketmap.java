package io.github.mtasts.postfix;

import io.github.mtasts.syntax.Octets;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.CorruptedFrameException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** socketmap_table(5): requests {@code name key} and replies {@code OK data} as netstrings. */
final class Socketmap implements MapProtocol {

    static final Socketmap INSTANCE = new Socketmap();

    private static final int MOST_DIGITS = 6;

    private Socketmap() {}

    @Override
    public Optional<Request> next(ByteBuf in, int limit) {
        int digits = in.bytesBefore((byte) ':');
        if (digits > MOST_DIGITS || (digits < 0 && in.readableBytes() > MOST_DIGITS)) {
            throw new CorruptedFrameException("not the length of a netstring");
        }
        if (digits < 0) {
            return Optional.empty();
        }
        int length = length(in, digits);
        if (length > limit) {
            throw new CorruptedFrameException("a netstring of " + length + " octets");
        }
        if (in.readableBytes() < digits + length + 2) {
            return Optional.empty();
        }
        in.skipBytes(digits + 1);
        String text = in.readString(length, StandardCharsets.ISO_8859_1);
        if (in.readByte() != ',') {
            throw new CorruptedFrameException("no comma after a netstring");
        }
        int space = text.indexOf(' ');
        Optional<String> key = space < 0 ? Optional.empty() : Optional.of(text.substring(space + 1));
        return Optional.of(new Request(this, key.map(Octets::ofLatin1)));
    }

    /** Digits without a leading zero, as in <a href="https://cr.yp.to/proto/netstrings.txt">the definition</a>. */
    private static int length(ByteBuf in, int digits) {
        int length = 0;
        for (int i = 0; i < digits; i++) {
            int digit = in.getByte(in.readerIndex() + i) - '0';
            if (digit < 0 || digit > 9 || (i > 0 && length == 0)) {
                throw new CorruptedFrameException("not the length of a netstring");
            }
            length = length * 10 + digit;
        }
        if (digits == 0) {
            throw new CorruptedFrameException("not the length of a netstring");
        }
        return length;
    }

    @Override
    public Octets reply(Answer answer) {
        String text = answer.kind() == Answer.Kind.NOTFOUND ? "NOTFOUND " : answer.kind() + " " + answer.text();
        return netstring(text);
    }

    static Octets netstring(String text) {
        return Octets.of(Octets.of(text).length() + ":" + text + ",");
    }

    @Override
    public String label() {
        return "socketmap";
    }
}
