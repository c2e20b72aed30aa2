package io.github.mtasts.check.containers;

import io.github.mtasts.check.containers.BoundedInput.Allowance;
import io.github.mtasts.check.containers.BoundedInput.TooLarge;
import io.github.mtasts.kit.Json;
import io.github.mtasts.tlsrpt.Deviation;
import io.github.mtasts.tlsrpt.DeviationCode;
import io.github.mtasts.tlsrpt.ReadReport;
import io.github.mtasts.tlsrpt.TlsRptReport;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** JSON from strangers that should be a TLS report: I-JSON (RFC 7493). */
final class ReportFile {

    private static final int MAX_OCTETS = 32 << 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final int MAX_TOKENS = 1_000_000;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_TEXT = 1 << 20;

    /** A large report has some ten thousand tokens; a million still fit into little memory. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxTokenCount(MAX_TOKENS)
            .maxNestingDepth(MAX_DEPTH)
            .maxStringLength(MAX_TEXT)
            .build();

    private static final ObjectReader READER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(Object.class);

    private ReportFile() {}

    /** The report; throws {@link NoReport} if it is not one. */
    static ReadReport read(InputStream input) throws IOException {
        try {
            BufferedInputStream octets = new BufferedInputStream(new BoundedInput(input, new Allowance(MAX_OCTETS)));
            boolean marked = startsWith(octets, BYTE_ORDER_MARK);
            octets.skipNBytes(marked ? BYTE_ORDER_MARK.length : 0);
            ReadReport read = read(new InputStreamReader(octets, StandardCharsets.UTF_8.newDecoder()));
            return marked ? withByteOrderMark(read) : read;
        } catch (TooLarge tooLarge) {
            throw new NoReport(String.valueOf(tooLarge.getMessage()));
        } catch (CharacterCodingException notUtf8) {
            throw new NoReport("it is not UTF-8");
        } catch (StreamConstraintsException beyond) {
            throw new NoReport(limit(String.valueOf(beyond.getOriginalMessage())));
        } catch (JacksonException notJson) {
            throw new NoReport(why(notJson));
        }
    }

    private static ReadReport read(Reader text) throws IOException {
        try (JsonParser parser = READER.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new NoReport("it is empty");
            }
            Object value = READER.readValue(parser);
            if (parser.nextToken() != null) {
                throw new NoReport("it is not JSON: something follows the report");
            }
            if (!(value instanceof Map<?, ?> map)) {
                throw new NoReport("it is " + type(value) + ", not an object");
            }
            return TlsRptReport.fromMap(map);
        } catch (JacksonIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static boolean startsWith(BufferedInputStream input, byte[] octets) throws IOException {
        input.mark(octets.length);
        boolean starts = Arrays.equals(input.readNBytes(octets.length), octets);
        input.reset();
        return starts;
    }

    private static ReadReport withByteOrderMark(ReadReport read) {
        List<Deviation> deviations = new ArrayList<>();
        deviations.add(new Deviation(
                DeviationCode.REPORT_BYTE_ORDER_MARK,
                "",
                "the report begins with a byte order mark, which JSON does not allow",
                1));
        deviations.addAll(read.deviations());
        return new ReadReport(read.report(), read.valid(), deviations);
    }

    /** Jackson names the limit in its message only. */
    private static String limit(String message) {
        if (message.contains("Token count")) {
            return "it has more than " + MAX_TOKENS + " values, marks and names";
        }
        if (message.contains("nesting depth")) {
            return "it is nested deeper than " + MAX_DEPTH + " levels";
        }
        return message.contains("String value length")
                ? "it has a text of more than " + (MAX_TEXT >> 20) + " MiB"
                : "it has a number or a name that is too long";
    }

    private static String why(JacksonException notJson) {
        String place = notJson.getLocation() == null
                ? ""
                : " (line " + notJson.getLocation().getLineNr() + ", column "
                        + notJson.getLocation().getColumnNr() + ")";
        return Json.why(notJson) + place;
    }

    private static String type(@Nullable Object value) {
        if (value instanceof List) {
            return "a JSON array";
        }
        return value == null ? "null" : "a single value";
    }
}
