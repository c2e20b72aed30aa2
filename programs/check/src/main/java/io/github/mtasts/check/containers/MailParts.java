package io.github.mtasts.check.containers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.io.MaxLineLimitException;
import org.apache.james.mime4j.io.MaxNestingDepthLimitException;
import org.apache.james.mime4j.io.MaxPartCountLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.MimeUtil;

/** The parts of a mail that have a body, in order, those of mails within it included; names of files tell them apart. */
final class MailParts {

    /** Ignored where there is enough of it. */
    private static final byte[] PADDING = {'=', '=', '='};

    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_LINES = 10_000;
    private static final int MOST_PARTS = 1000;
    private static final int DEEPEST = 20;

    private static final MimeConfig LIMITS = MimeConfig.custom()
            .setMaxLineLen(LONGEST_LINE)
            .setMaxHeaderLen(LONGEST_LINE)
            .setMaxHeaderCount(MOST_LINES)
            .setMaxTotalHeaderLen(LONGEST_LINE)
            .setMaxTotalHeaderCount(MOST_LINES)
            .setMaxPartCount(MOST_PARTS)
            .setMaxNestingDepth(DEEPEST)
            .setMaxContentLen(-1)
            .build();

    private final MimeTokenStream tokens = new MimeTokenStream(LIMITS, DecodeMonitor.SILENT, null);
    private Optional<String> name = Optional.empty();
    private int number;

    MailParts(InputStream mail) {
        tokens.parse(mail);
    }

    /** Goes to the next part; false at the end. */
    boolean next() throws IOException, MimeException {
        EntityState state = tokens.getState() == EntityState.T_BODY || number > 0 ? tokens.next() : tokens.getState();
        while (state != EntityState.T_END_OF_STREAM && state != EntityState.T_BODY) {
            if (state == EntityState.T_START_HEADER) {
                name = Optional.empty();
            } else if (state == EntityState.T_FIELD) {
                name = name.or(() -> fileName(tokens.getField()));
            }
            state = tokens.next();
        }
        number++;
        return state == EntityState.T_BODY;
    }

    /** Which limit a mail is over, in a clause that begins with "it"; empty where it is damaged. */
    static Optional<String> limit(Exception failure) {
        if (failure instanceof MaxPartCountLimitException) {
            return Optional.of(String.format(Locale.ROOT, "it has more than %,d parts", MOST_PARTS));
        }
        if (failure instanceof MaxNestingDepthLimitException) {
            return Optional.of("it has parts nested deeper than " + DEEPEST + " levels");
        }
        if (failure instanceof MaxHeaderLimitException) {
            return Optional.of(String.format(Locale.ROOT, "it has more than %,d header fields", MOST_LINES));
        }
        return failure instanceof MaxHeaderLengthLimitException
                        || failure instanceof MaxLineLimitException
                        || failure.getCause() instanceof MaxLineLimitException
                ? Optional.of("it has a line or a header of more than " + (LONGEST_LINE >> 20) + " MiB")
                : Optional.empty();
    }

    /** Its type, such as {@code text/plain}. */
    String type() {
        return tokens.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
    }

    /** Its file name, or its number. */
    String name() {
        return name.orElse("part " + number);
    }

    /** Without its transfer encoding; base64 that lacks the padding at its end is read to its end, too. */
    InputStream body() {
        return MimeUtil.isBase64Encoding(tokens.getBodyDescriptor().getTransferEncoding())
                ? new Base64InputStream(
                        new SequenceInputStream(tokens.getInputStream(), new ByteArrayInputStream(PADDING)),
                        DecodeMonitor.SILENT)
                : tokens.getDecodedInputStream();
    }

    /** RFC 2183, section 2.3; RFC 2045, section 5.1 for mails from before it. */
    private static Optional<String> fileName(Field field) {
        String header = field.getName().toLowerCase(Locale.ROOT);
        if (!header.equals("content-disposition") && !header.equals("content-type")) {
            return Optional.empty();
        }
        String parameter = header.equals("content-disposition") ? "filename" : "name";
        return RawFieldParser.DEFAULT.parseRawBody(new RawField(field.getName(), field.getBody())).getParams().stream()
                .filter(pair -> parameter.equalsIgnoreCase(pair.getName()))
                .map(NameValuePair::getValue)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }
}
