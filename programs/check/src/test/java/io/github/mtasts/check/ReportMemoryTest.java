package io.github.mtasts.check;

import static io.github.mtasts.check.ReportSamples.GOOD;
import static io.github.mtasts.check.ReportSamples.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of strangers in a heap of 96 MiB: large ones are refused, and many add up to nothing. */
class ReportMemoryTest {

    @TempDir
    private Path folder;

    @Test
    void bombsAreDefusedInLittleMemory() throws IOException {
        List<String> files = List.of(
                write("blanks", bomb("", " ", 33 << 20)),
                write("string", bomb("{\"x\": \"", "a", 2 << 20)),
                write("arrays", bomb("", "[", 1 << 20)),
                write("objects", bomb("{\"policies\": [{}", ",{}", 1 << 20)),
                write("policies", bomb("{\"policies\": [{}", ",{\"policy\":{},\"summary\":{}}", 400_000)),
                write("names", numbered("{\"x\": 0", ",\"%07d\": 0", 600_000)),
                write("digits", bomb("{\"x\": 1", "0", 1 << 20)));

        Program run = Program.report(files);

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.err()).isEmpty();
        assertThat(run.reports())
                .hasSize(files.size())
                .allSatisfy(report -> assertThat(report).containsOnlyKeys("error", "file", "entry"));
        assertThat(run.lines().get(0)).contains("it has more than 32 MiB");
        assertThat(run.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(500));
    }

    @Test
    void thousandsOfFilesNeedLittleMemory() throws IOException {
        String policies = "{\"policy\": {\"policy-type\": \"sts\"}, \"summary\": {}},".repeat(2000);
        String large = write(
                "large.json",
                gzip(GOOD.replace("\"policies\": [", "\"policies\": [" + policies)
                        .getBytes(StandardCharsets.UTF_8)));
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            files.add(i % 10 == 0 ? large : write("good" + i, GOOD.getBytes(StandardCharsets.UTF_8)));
        }

        Program run = Program.report(files);

        assertThat(run.exit()).isZero();
        assertThat(run.lines()).hasSize(1000);
        assertThat(run.reports().stream().map(report -> report.get("policies")).distinct())
                .containsExactly(2002, 2);
    }

    /** {@code begin}, and then {@code again} as often as its argument says. */
    private static byte[] bomb(String begin, String again, int times) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = again.repeat(1024).getBytes(StandardCharsets.UTF_8);
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(begin.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < times / 1024; i++) {
                gzip.write(block);
            }
        }
        return out.toByteArray();
    }

    private static byte[] numbered(String begin, String again, int times) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out, 1 << 16)) {
            gzip.write(begin.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < times; i++) {
                gzip.write(String.format(again, i).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private String write(String name, byte[] octets) throws IOException {
        return Files.write(folder.resolve(name), octets).toString();
    }
}
