package io.github.mtasts.kit.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The manual of a small program. */
class ManualTest {

    private static final Instant DATE = Instant.parse("2026-11-24T00:00:00Z");

    @TempDir
    private Path folder;

    @Command(
            name = "sample",
            version = "sample 1.0",
            description = {"Reads 'it'. Then it stops.", ".dot and back\\slash"},
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:100% fine", "2:…"},
            footerHeading = "%nBelow the description%n%nExamples:%n",
            footer = {"Plain.", "  sample -v FILE"})
    static final class Sample {

        @Option(
                names = {"-v", "--verbose"},
                arity = "0..1",
                paramLabel = "true|false",
                description = "Say more.")
        boolean verbose;

        @Command(name = "read", description = "Reads a file.")
        int read(@Parameters(paramLabel = "FILE", description = "What to read.") String file) {
            return file.length();
        }
    }

    @Test
    void eachSectionComesFromTheHelp() throws IOException {
        assertThat(page("sample")).isEqualTo("""
                        .TH "SAMPLE" "1" "2026-11-24" "sample 1.0" "MTA\\-STS for Java"
                        .SH "NAME"
                        sample \\- reads \\(aqit\\(aq
                        .SH "SYNOPSIS"
                        \\fBsample\\fR [\\-v[=true|false]] [COMMAND]
                        .SH "DESCRIPTION"
                        Reads \\(aqit\\(aq. Then it stops.
                        .PP
                        \\&.dot and back\\eslash
                        .PP
                        Below the description
                        .SH "OPTIONS"
                        .TP
                        \\fB\\-v\\fR, \\fB\\-\\-verbose\\fR[=\\fItrue|false\\fR]
                        Say more.
                        .SH "COMMANDS"
                        .TP
                        \\fBsample\\-read\\fR(1)
                        Reads a file.
                        .SH "EXIT STATUS"
                        .TP
                        \\fB0\\fR
                        100% fine
                        .TP
                        \\fB2\\fR
                        \\[u2026]
                        .SH "EXAMPLES"
                        Plain.
                        .PP
                        .nf
                        .RS 4
                        sample \\-v FILE
                        .RE
                        .fi
                        """);
    }

    @Test
    void aCommandHasItsOwnPage() throws IOException {
        assertThat(page("sample-read"))
                .contains("\\fBsample read\\fR FILE\n", "\\fIFILE\\fR\nWhat to read.\n")
                .endsWith(".SH \"SEE ALSO\"\n\\fBsample\\fR(1)\n");
    }

    @Test
    void theCompletionIsSourced() throws IOException {
        write();

        assertThat(Files.readString(folder.resolve("bash-completion/completions/sample")))
                .contains("complete -F _complete_sample")
                .doesNotStartWith("#!");
    }

    @Test
    void debianHasItCompressed() throws IOException {
        Path debian = folder.resolve("debian");
        DebianDocs.write("sample", "1.0-SNAPSHOT", DATE, write(), debian);

        assertThat(unpacked(debian.resolve("man/man1/sample.1.gz"))).isEqualTo(page("sample"));
        assertThat(unpacked(debian.resolve("doc/sample/changelog.gz")))
                .startsWith("sample (1.0~SNAPSHOT) unstable;")
                .contains(">  Tue, 24 Nov 2026 00:00:00 +0000\n");
        try (Stream<Path> pages = Files.list(debian.resolve("man/man1"))) {
            assertThat(pages.map(page -> page.getFileName().toString()).sorted())
                    .isEqualTo(List.of("sample-read.1.gz", "sample.1.gz"));
        }
    }

    private Path write() throws IOException {
        return Manual.write(new CommandLine(new Sample()), DATE, folder);
    }

    private String page(String name) throws IOException {
        return Files.readString(write().resolve(name + ".1"));
    }

    private static String unpacked(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
