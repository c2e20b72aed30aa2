package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Many domains need no more memory than a few, with the default threads and the real timer. */
class HeapTest {

    @Test
    void nothingStaysOfTheChecksThatEnded() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyDomains.class.getName(),
                        "30000")
                .redirectErrorStream(true)
                .start();

        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).as(said).isZero();
        assertThat(said).matches("30000 reports, (-\\d+|\\d{1,3}) KiB more\\R");
    }
}
