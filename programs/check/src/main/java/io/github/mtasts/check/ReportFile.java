package io.github.mtasts.check;

import io.github.mtasts.kit.Json;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.UserFile;
import io.github.mtasts.tlsrpt.Deviation;
import io.github.mtasts.tlsrpt.DeviationCode;
import io.github.mtasts.tlsrpt.ReadReport;
import io.github.mtasts.tlsrpt.TlsRptReport;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
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
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
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

/** A file from strangers that should contain a TLS report: I-JSON (RFC 7493), compressed if it begins like gzip. */
final class ReportFile {

    /** The file can be read, but is not a report; the message goes on behind "is not a TLS report: ". */
    static final class NoReport extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoReport(String why) {
            super(why);
        }
    }

    private static final int MAX_OCTETS = 32 << 20;
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
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

    /** The report; throws {@link NoReport} if the file is not one, a {@link UserError} if it cannot be read. */
    static ReadReport read(String name) {
        try (InputStream file = UserFile.open(name)) {
            return read(file);
        } catch (TooLarge tooLarge) {
            throw new NoReport("it has more than " + (MAX_OCTETS >> 20) + " MiB");
        } catch (ZipException | EOFException damaged) {
            throw new NoReport("its gzip data is damaged or cut off");
        } catch (CharacterCodingException notUtf8) {
            throw new NoReport("it is not UTF-8");
        } catch (StreamConstraintsException beyond) {
            throw new NoReport("it has more than " + MAX_TOKENS + " values, marks and names, is nested deeper than "
                    + MAX_DEPTH + " levels, or has a text of more than " + (MAX_TEXT >> 20) + " MiB");
        } catch (JacksonException notJson) {
            throw new NoReport(why(notJson));
        } catch (IOException cause) {
            throw UserFile.unreadable(name, cause);
        }
    }

    private static ReadReport read(InputStream file) throws IOException {
        BufferedInputStream packed = new BufferedInputStream(file);
        InputStream unpacked = startsWith(packed, GZIP) ? new GZIPInputStream(packed) : packed;
        BufferedInputStream octets = new BufferedInputStream(new BoundedInput(unpacked, MAX_OCTETS));
        boolean marked = startsWith(octets, BYTE_ORDER_MARK);
        octets.skipNBytes(marked ? BYTE_ORDER_MARK.length : 0);
        ReadReport read = read(new InputStreamReader(octets, StandardCharsets.UTF_8.newDecoder()));
        return marked ? withByteOrderMark(read) : read;
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

    /** There are more octets than allowed: gzip can unpack to a thousand times the file. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Fails if there is more than the limit. */
    private static final class BoundedInput extends FilterInputStream {

        private long left;

        BoundedInput(InputStream input, long limit) {
            super(input);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int octets) throws TooLarge {
            left -= octets;
            if (left < 0) {
                throw new TooLarge();
            }
        }
    }
}
