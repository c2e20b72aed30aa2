package io.github.mtasts.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mtasts.kit.UserError;
import io.github.mtasts.service.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of a running service. */
class ApiKeysTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final FakeTime time = new FakeTime();
    private Path path;
    private KeyFile file;
    private String alice = "";

    @BeforeEach
    void add() {
        path = folder.resolve("keys");
        file = new KeyFile(path);
        alice = file.add("alice", Instant.EPOCH);
    }

    @Test
    void aKeyIsKnownByItsName() {
        String bob = file.add("bob", Instant.EPOCH);
        ApiKeys keys = keys();

        assertThat(keys.name(alice)).contains("alice");
        assertThat(keys.name(bob)).contains("bob");
        assertThat(keys.name(alice + "x")).isEmpty();
        assertThat(keys.name(alice.substring(1))).isEmpty();
        assertThat(keys.name("")).isEmpty();
    }

    @Test
    void theHashIsNotAKey() {
        assertThat(keys().name(KeyHash.of(alice).text())).isEmpty();
    }

    @Test
    void aKeyThatHasExpiredIsToldSo() {
        String bob = file.add("bob", expiring("2026-10-31"), Instant.EPOCH);

        assertThat(refused(bob).problem().detail())
                .isEqualTo("This API key expired at the end of 2026-10-31 (UTC)."
                        + " Ask the operator of the service for a new one.");
        assertThat(refused(bob).problem().status()).isEqualTo(401);
        assertThat(keys().name(bob + "x")).isEmpty();
    }

    @Test
    void aKeyIsAcceptedOnItsLastDay() {
        String bob = file.add("bob", expiring("2026-11-01"), Instant.EPOCH);

        assertThat(keys().name(bob)).contains("bob");
    }

    @Test
    void aKeyThatIsReplacedIsAcceptedUntilTheOverlapEnds() {
        String fresh = file.rotate("alice", Duration.ofHours(1), Optional.empty(), NOW.minusSeconds(3599));

        assertThat(keys().name(alice)).contains("alice");
        assertThat(keys().name(fresh)).contains("alice");
    }

    @Test
    void afterTheOverlapAReplacedKeyIsToldSo() {
        String fresh = file.rotate("alice", Duration.ofHours(1), Optional.empty(), NOW.minusSeconds(3600));

        assertThat(refused(alice).problem().detail())
                .isEqualTo("This API key was replaced by a new one, and is no longer accepted. Use the new one.");
        assertThat(keys().name(fresh)).contains("alice");
    }

    @Test
    void aKeyHasALimitOfItsOwnIfItWasGivenOne() {
        file.add("bob", new KeyTerms(Optional.empty(), Optional.of(5)), Instant.EPOCH);

        assertThat(keys().limit("bob")).contains(5);
        assertThat(keys().limit("alice")).isEmpty();
    }

    @Test
    void aRevokedKeyIsRefusedWithinASecond() {
        ApiKeys keys = keys();
        file.revoke("alice", NOW);
        assertThat(keys.name(alice)).contains("alice");

        time.pass(SECOND);
        assertThat(keys.name(alice)).isEmpty();
        assertThat(keys.problem()).isEmpty();
    }

    @Test
    void aNewKeyIsAcceptedWithinASecond() {
        ApiKeys keys = keys();
        String bob = file.add("bob", Instant.EPOCH);
        time.pass(SECOND);

        assertThat(keys.name(bob)).contains("bob");
    }

    @Test
    void theFileIsLookedAtOnceASecondAtMost() {
        ApiKeys keys = keys();
        time.pass(SECOND);
        assertThat(keys.name(alice)).contains("alice");
        file.revoke("alice", NOW);

        time.pass(SECOND.minusNanos(1));
        assertThat(keys.name(alice)).contains("alice");
        time.pass(Duration.ofNanos(1));
        assertThat(keys.name(alice)).isEmpty();
    }

    @Test
    void aChangeInPlaceIsSeen() throws IOException {
        ApiKeys keys = keys();
        Files.writeString(path, "# nobody\n");
        time.pass(SECOND);

        assertThat(keys.name(alice)).isEmpty();
    }

    @Test
    void whileTheFileIsGoneNoKeyIsAccepted() throws IOException {
        ApiKeys keys = keys();
        Path away = Files.move(path, folder.resolve("away"));
        time.pass(SECOND);
        assertThat(keys.name(alice)).isEmpty();
        assertThat(keys.problem()).contains("cannot read " + path + ": no such file or folder");

        Files.move(away, path);
        time.pass(SECOND);
        assertThat(keys.problem()).isEmpty();
        assertThat(keys.name(alice)).contains("alice");
    }

    @Test
    void whileALineCannotBeReadNoKeyIsAccepted() throws IOException {
        ApiKeys keys = keys();
        Files.writeString(path, Files.readString(path) + "oops\n");
        time.pass(SECOND);

        assertThat(keys.name(alice)).isEmpty();
        assertThat(keys.problem())
                .hasValueSatisfying(problem -> assertThat(problem).startsWith(path + ":2: "));
    }

    @Test
    void aFileThatOthersCanWriteByNowIsNotTrustedAnyMore() throws IOException {
        ApiKeys keys = keys();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        time.pass(SECOND);

        assertThat(keys.name(alice)).isEmpty();
        assertThat(keys.problem()).isPresent();
    }

    @Test
    void aFileThatIsBrokenFromTheStartIsAnError() throws IOException {
        Files.writeString(path, "oops\n");

        assertThatThrownBy(this::keys).isInstanceOf(UserError.class).hasMessageStartingWith(path + ":1: ");
    }

    @Test
    void anEmptyFileHasNoKeyAndNoProblem() throws IOException {
        Files.writeString(path, "");
        ApiKeys keys = keys();

        assertThat(keys.name(alice)).isEqualTo(Optional.empty());
        assertThat(keys.problem()).isEmpty();
    }

    private static KeyTerms expiring(String day) {
        return new KeyTerms(Optional.of(Expiry.parse(day)), Optional.empty());
    }

    private ProblemException refused(String key) {
        return catchThrowableOfType(ProblemException.class, () -> keys().name(key));
    }

    private ApiKeys keys() {
        return new ApiKeys(file, time::currentTimeNanos, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
