package io.github.mtasts.check;

import static io.github.mtasts.check.ReportSamples.entries;
import static io.github.mtasts.check.ReportSamples.octets;
import static io.github.mtasts.check.ReportSamples.report;
import static io.github.mtasts.check.ReportSamples.tar;
import static io.github.mtasts.check.ReportSamples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that end too early, and entries that cannot be read: neither is lost without a word. */
class ReportArchivesTest {

    private static final int LOCAL_HEADER = 30;
    private static final int STORED = ZipArchiveEntry.STORED;
    private static final int DEFLATED = ZipArchiveEntry.DEFLATED;

    @TempDir
    private Path folder;

    @Test
    void aZipThatIsCutOffAnywhereIsReadAsFarAsItGoesAndSaysThatTheRestIsMissing() throws IOException {
        for (byte[] zip : List.of(sized(DEFLATED), streamed(DEFLATED))) {
            int second = indexOf(zip, "PK\3\4", 1);
            int directory = indexOf(zip, "PK\1\2", 1);
            List<String> files = new ArrayList<>();
            for (int end : List.of(second, second + 2, second + 20, second + LOCAL_HEADER + 3, directory - 30)) {
                files.add(write("cut" + end + ".zip", Arrays.copyOf(zip, end)));
            }
            files.add(write("whole.zip", Arrays.copyOf(zip, directory)));

            Program run = Program.report(files);

            assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
            List<String> expected = new ArrayList<>();
            for (String file : files) {
                expected.add("1 in a.json");
                if (file.endsWith("whole.zip")) {
                    expected.add("2 in b.json");
                }
                expected.add(file + " is not read to its end: its zip data is damaged or cut off");
            }
            assertThat(run.answers()).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void aTarThatIsCutOffAnywhereIsReadAsFarAsItGoesAndSaysThatTheRestIsMissing() throws IOException {
        byte[] tar = tar(entries("a.json", octets(report("1")), "b.json", octets(report("2"))));
        int second = indexOf(tar, "b.json", 0);
        List<String> files = new ArrayList<>();
        for (int end : List.of(second, second + 100, second + 512, second + 600)) {
            files.add(write("cut" + end + ".tar", Arrays.copyOf(tar, end)));
        }
        files.add(write("no-end.tar", Arrays.copyOf(tar, second + 512 + 512)));

        Program run = Program.report(files);

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        List<String> expected = new ArrayList<>();
        for (String file : files) {
            expected.add("1 in a.json");
            if (file.endsWith("no-end.tar")) {
                expected.add("2 in b.json");
            }
            expected.add(file + " is not read to its end: its tar data is damaged or cut off");
        }
        assertThat(run.answers()).containsExactlyElementsOf(expected);
    }

    @Test
    void aSoundZipIsReadHoweverItWasWritten() throws IOException {
        List<String> files = List.of(
                write("sized.zip", sized(DEFLATED)),
                write("stored.zip", sized(STORED)),
                write("streamed.zip", streamed(DEFLATED)),
                write("streamed-stored.zip", streamed(STORED)),
                write("without-signatures.zip", withoutSignatures(streamed(DEFLATED))),
                write("sized-and-described.zip", describedToo(sized(DEFLATED))));

        Program run = Program.report(files);

        assertThat(run.exit()).isZero();
        assertThat(run.answers()).hasSize(12);
        assertThat(run.answers().subList(0, 4))
                .containsExactly("1 in a.json", "2 in b.json", "1 in a.json", "2 in b.json");
        assertThat(run.answers().stream().distinct()).containsExactly("1 in a.json", "2 in b.json");
    }

    @Test
    void anEntryThatCannotBeReadIsNamedAndCostsNoOther() throws IOException {
        Map<String, byte[]> zips = new LinkedHashMap<>();
        for (String name : List.of("sized", "streamed")) {
            byte[] zip = name.equals("sized") ? sized(STORED) : streamed(STORED);
            zips.put(name + "-bzip2.zip", with(zip, 8, 12));
            zips.put(name + "-other.zip", with(zip, 8, 77));
            zips.put(name + "-encrypted.zip", with(zip, 6, zip[6] | 1));
        }
        zips.put("checksum.zip", with(sized(DEFLATED), 14, sized(DEFLATED)[14] ^ 1));
        zips.put("damaged.zip", with(sized(DEFLATED), LOCAL_HEADER + 8, 0xFF));
        zips.put("checksum-behind.zip", with(streamed(STORED), LOCAL_HEADER + 20, 'x'));
        List<String> files = new ArrayList<>();
        for (Map.Entry<String, byte[]> zip : zips.entrySet()) {
            files.add(write(zip.getKey(), zip.getValue()));
        }

        Program run = Program.report(files);

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        List<String> whys = List.of(
                "it is packed with bzip2, which is not read; unpack the archive first",
                "it is packed with the zip method 77, which is not read; unpack the archive first",
                "it is encrypted; unpack the archive with its password first",
                "it is packed with bzip2, which is not read; unpack the archive first",
                "it is packed with the zip method 77, which is not read; unpack the archive first",
                "it is encrypted; unpack the archive with its password first",
                "its zip data is damaged or cut off",
                "its zip data is damaged or cut off");
        for (int i = 0; i < whys.size(); i++) {
            assertThat(run.answers().subList(2 * i, 2 * i + 2))
                    .containsExactly(files.get(i) + ": a.json is not a TLS report: " + whys.get(i), "2 in b.json");
        }
    }

    @Test
    void aMessageOfAMailboxBeginsWithoutAnEmptyLineToo() throws IOException {
        String from = "From a@b Mon Nov 23 00:00:00 2026\n";
        String header = "Subject: x\n\n";
        String box = from + header + report("1") + from + header + report("2") + from + header
                + "Your mail:\nFrom 10:30 on, it rains.\n";

        Program run = Program.run("report", "--json", write("mbox", octets(box)));

        assertThat(run.answers())
                .containsExactly(
                        "1 in message 1: part 1",
                        "2 in message 2: part 1",
                        folder
                                + "/mbox: message 3 is not a TLS report: it is a mail without a report; it holds text/plain");
    }

    private static byte[] sized(int method) throws IOException {
        Path file = Files.createTempFile("sized", ".zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            fill(zip, method);
        }
        byte[] octets = Files.readAllBytes(file);
        Files.delete(file);
        return octets;
    }

    /** As programs write it that cannot go back: sizes and checksums stand behind the content. */
    private static byte[] streamed(int method) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            fill(zip, DEFLATED);
        }
        return method == DEFLATED ? out.toByteArray() : streamedAsStored();
    }

    private static byte[] streamedAsStored() throws IOException {
        byte[] sized = sized(STORED);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; sized[at + 2] == 3; ) {
            byte[] content = octets(report(at == 0 ? "1" : "2"));
            int begin = at + LOCAL_HEADER + 6 + sized[at + 28];
            byte[] header = Arrays.copyOfRange(sized, at, begin);
            header[6] |= 8;
            Arrays.fill(header, 14, 26, (byte) 0);
            out.write(header);
            out.write(content);
            out.write(descriptor(content));
            at = begin + content.length;
        }
        out.write(octets("PK\5\6"));
        return out.toByteArray();
    }

    private static byte[] descriptor(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x08074B50)
                .putInt((int) sum.getValue())
                .putInt(content.length)
                .putInt(content.length)
                .array();
    }

    private static byte[] withoutSignatures(byte[] zip) {
        return octets(text(zip).replace("PK\7\b", ""));
    }

    private static byte[] describedToo(byte[] zip) throws IOException {
        int second = indexOf(zip, "PK\3\4", 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(with(Arrays.copyOf(zip, second), 6, zip[6] | 8));
        out.write(octets("PK\7\b"));
        out.write(zip, 14, 12);
        out.write(zip, second, zip.length - second);
        return out.toByteArray();
    }

    private static void fill(ZipArchiveOutputStream zip, int method) throws IOException {
        for (String id : List.of("1", "2")) {
            ZipArchiveEntry entry = new ZipArchiveEntry(id.equals("1") ? "a.json" : "b.json");
            entry.setMethod(method);
            byte[] content = octets(report(id));
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setCrc(sum.getValue());
            entry.setSize(content.length);
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
        }
    }

    private static byte[] with(byte[] octets, int at, int octet) {
        byte[] changed = octets.clone();
        changed[at] = (byte) octet;
        return changed;
    }

    private static int indexOf(byte[] octets, String text, int from) {
        return text(octets).indexOf(text, from);
    }

    private String write(String name, byte[] octets) throws IOException {
        return Files.write(folder.resolve(name), octets).toString();
    }
}
