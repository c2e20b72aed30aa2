package io.github.mtasts.service.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.kit.UserError;
import io.github.mtasts.service.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long reports are kept, how many, and what is left alone. */
class KeptReportsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final byte[] REPORT = "{\"domain\":\"bücher.example\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private int ids = 1;

    private KeptReports at(Instant time, long mostOctets, int mostADay) {
        Keeping keeping = new Keeping(Optional.of(folder), Duration.ofDays(30));
        return new KeptReports(keeping, Clock.fixed(time, ZoneOffset.UTC), mostOctets, mostADay);
    }

    private KeptReports at(Instant time) {
        return at(time, 1 << 20, 100);
    }

    private String id() {
        return String.format("%032x", ids++);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aKeptReportIsGivenBackOctetByOctetAlsoAfterARestart() {
        KeptReport kept = at(NOW).keep(id(), "me", "program 1", REPORT);

        assertThat(at(NOW.plusSeconds(1)).find(kept.id())).contains(kept);
        assertThat(kept.octets()).isEqualTo(REPORT);
        assertThat(kept.program()).isEqualTo("program 1");
        assertThat(kept.until()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(kept.id()).matches("[0-9a-f]{32}");
    }

    @Test
    void whenItsTimeIsOverItIsGoneAndThenDeleted() throws IOException {
        KeptReport kept = at(NOW).keep(id(), "me", "program 1", REPORT);
        assertThat(at(kept.until().minusSeconds(1)).find(kept.id())).isPresent();
        assertThat(files()).hasSize(1);

        assertThat(at(kept.until()).find(kept.id())).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void filesOfOthersAreLeftAlone() throws IOException {
        Files.writeString(folder.resolve("keys"), "mine");
        Files.writeString(folder.resolve("0".repeat(32) + ".txt"), "mine");
        at(NOW.plus(Duration.ofDays(100_000)));

        assertThat(files()).containsExactly("0".repeat(32) + ".txt", "keys");
    }

    @Test
    void aClientHasABoundEachDay() {
        try (KeptReports reports = at(NOW, 1 << 20, 2)) {
            reports.keep(id(), "me", "program 1", REPORT);
            reports.keep(id(), "me", "program 1", REPORT);

            assertThatThrownBy(() -> reports.keep(id(), "me", "program 1", REPORT))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> {
                        assertThat(refused.problem().status()).isEqualTo(429);
                        assertThat(refused.headers()).containsEntry("Retry-After", "43200");
                    });
            assertThat(reports.keep(id(), "other", "program 1", REPORT).id()).isNotEmpty();
        }
    }

    @Test
    void theSameReportIsKeptOnceAndCountsOnce() throws IOException {
        try (KeptReports reports = at(NOW, 1 << 20, 1)) {
            String id = id();
            KeptReport first = reports.keep(id, "me", "program 1", REPORT);

            assertThat(reports.keep(id, "me", "program 1", REPORT)).isEqualTo(first);
            assertThat(files()).hasSize(1);
        }
    }

    @Test
    void nobodyElseMayListTheFolder() throws IOException {
        Path own = folder.resolve("own");
        new KeptReports(new Keeping(Optional.of(own), Duration.ofDays(1)), Clock.systemUTC()).close();
        assertThat(Files.getPosixFilePermissions(own)).isEqualTo(PosixFilePermissions.fromString("rwx------"));

        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(() -> new KeptReports(new Keeping(Optional.of(own), Duration.ofDays(1)), Clock.systemUTC()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("chmod 700 " + own);
    }

    @Test
    void allTogetherHaveABoundWhichIsCountedAgainAtTheStart() {
        at(NOW, 1, 100).keep(id(), "me", "program 1", REPORT);

        assertThatThrownBy(() -> at(NOW, 1, 100).keep(id(), "me", "program 1", REPORT))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(507));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "..", "../keys", "0", "ABCDEFABCDEFABCDEFABCDEFABCDEFAB", "00000000000000000000000000000000"
            })
    void whatIsNotAnIdIsNoFile(String id) throws IOException {
        Files.writeString(folder.resolve("keys"), "mine");

        assertThat(at(NOW).find(id)).isEmpty();
    }

    @Test
    void switchedOffNothingIsKept() throws IOException {
        for (Keeping off : List.of(Keeping.OFF, new Keeping(Optional.of(folder), Duration.ZERO))) {
            KeptReports reports = new KeptReports(off, Clock.systemUTC());

            assertThat(reports.isOn()).isFalse();
            assertThat(reports.find("0".repeat(32))).isEmpty();
            assertThatThrownBy(() -> reports.keep(id(), "me", "program 1", REPORT))
                    .isInstanceOf(ProblemException.class);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Keeping keeping = new Keeping(Optional.of(file), Duration.ofDays(1));

        assertThatThrownBy(() -> new KeptReports(keeping, Clock.systemUTC()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aSealHoldsForTheseOctetsAndThisProcessAlone() {
        Seal seal = new Seal();
        ByteBuffer report = ByteBuffer.wrap(REPORT);
        String given = seal.of(report);

        assertThat(seal.isOf(report, given)).isTrue();
        assertThat(seal.isOf(ByteBuffer.wrap("{}".getBytes(StandardCharsets.UTF_8)), given))
                .isFalse();
        assertThat(seal.isOf(report, "")).isFalse();
        assertThat(new Seal().isOf(report, given)).isFalse();
    }
}
