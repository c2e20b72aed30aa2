package io.github.mtasts.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.certificate.MxCertificate;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.testing.MtaStsWorld;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library in an image made by jlink. */
class SmallRuntimeTest {

    private static final int USES = 4;

    @Test
    void withoutTheModuleOfEllipticCurvesAllIsMadeFromJdk22OnAndNothingBefore(@TempDir Path folder) throws Exception {
        String outcome = Runtime.version().feature() >= 22
                ? "made"
                : "this runtime has no elliptic curves: add the module jdk.crypto.ec to the jlink image";

        assertThat(runs(image(folder, "java.base,java.logging"))).isEqualTo(Collections.nCopies(USES, outcome));
    }

    @Test
    void withThemAllAreMade(@TempDir Path folder) throws Exception {
        assertThat(runs(image(folder, "java.base,java.logging,jdk.crypto.ec")))
                .isEqualTo(Collections.nCopies(USES, "made"));
    }

    private static Path image(Path folder, String modules) {
        Path image = folder.resolve("image");
        PrintWriter output = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        int status = ToolProvider.findFirst("jlink")
                .orElseThrow()
                .run(output, output, "--add-modules", modules, "--output", image.toString());
        assertThat(status).as("jlink").isZero();
        return image;
    }

    private static List<String> runs(Path image) throws Exception {
        Process process = new ProcessBuilder(
                        image.resolve("bin").resolve("java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Uses.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }

    /** Makes everything that checks certificates, and prints how it went. */
    public static final class Uses {

        public static void main(String[] arguments) {
            print(() ->
                    OkHttpPolicyFetcher.using(host -> new CompletableFuture<>()).close());
            print(() -> MtaStsSender.builder()
                    .resolver(name -> CompletableFuture.completedFuture(Lookup.without(LookupStatus.NO_SUCH_NAME, "")))
                    .policyFetcher(url ->
                            CompletableFuture.completedFuture(PolicyResponse.without(FetchStatus.HOST_NOT_FOUND, "")))
                    .build()
                    .close());
            print(() -> MtaStsWorld.start().close());
            print(() -> MxCertificate.fault("mail.example.org", List.of(), Set.of(), Instant.EPOCH));
        }

        private static void print(Runnable use) {
            try {
                use.run();
                System.out.println("made");
            } catch (IllegalStateException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }
}
