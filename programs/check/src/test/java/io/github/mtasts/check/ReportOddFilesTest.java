package io.github.mtasts.check;

import static io.github.mtasts.check.ReportSamples.base64;
import static io.github.mtasts.check.ReportSamples.octets;
import static io.github.mtasts.check.ReportSamples.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not quite what they should be: what is in them is shown, and what is wrong with them is said. */
class ReportOddFilesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "==", "====", "=\n=\n\n"})
    void base64IsReadWithTooLittleOrTooMuchPadding(String padding) throws IOException {
        for (String id : List.of("1", "12", "123")) {
            String body = base64(octets(report(id).strip())).replace("=", "") + padding;
            String mail = "Subject: x\nContent-Type: application/tlsrpt+json\nContent-Transfer-Encoding: base64\n\n";

            Program run = Program.fed(mail + body + "\n", "report", "--json", "-");

            assertThat(run.answers()).containsExactly(id + " in part 1");
        }
    }

    @Test
    void linksAndPipesInATarAreNamed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (byte type : new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_FIFO}) {
                tar.putArchiveEntry(new TarArchiveEntry("entry " + (char) type, type));
                tar.closeArchiveEntry();
            }
        }
        String file = write("a.tar", out.toByteArray());

        Program run = Program.run("report", "--json", file);

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.answers())
                .containsExactly(
                        file + ": entry 2 is not a TLS report: it is a link to another file",
                        file + ": entry 6 is not a TLS report: it is a device or a pipe");
    }

    @Test
    void zerosAndWhatMacOsKeepsBesideFilesAreNamed() throws IOException {
        String zeros = write("zeros", new byte[10_240]);
        String fork = write("._r.json", octets("\0\5\26\7\0\2\0\0Mac OS X        "));
        String folderFacts = write(".DS_Store", octets("\0\0\0\1Bud1\0\0\20\0"));

        Program run = Program.run("report", "--json", zeros, fork, folderFacts);

        assertThat(run.exit()).isEqualTo(ExitCode.ISSUES);
        assertThat(run.answers())
                .containsExactly(
                        zeros
                                + " is not a TLS report: it begins with zeros, as an empty tar archive and some damaged files do",
                        fork + " is not a TLS report: it is a file in which macOS keeps facts about others",
                        folderFacts + " is not a TLS report: it is a file in which macOS keeps facts about others");
    }

    private String write(String name, byte[] octets) throws IOException {
        return Files.write(folder.resolve(name), octets).toString();
    }
}
