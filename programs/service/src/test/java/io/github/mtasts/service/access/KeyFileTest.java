package io.github.mtasts.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.kit.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of the keys. */
class KeyFileTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00.123Z");
    private static final String HASH = "sha256:" + "0".repeat(64);

    @TempDir
    private Path folder;

    private Path path;
    private KeyFile file;

    @BeforeEach
    void name() {
        path = folder.resolve("keys");
        file = new KeyFile(path);
    }

    @Test
    void aKeyIs256RandomBitsAndTheFileHasItsHashAlone() throws IOException {
        String key = file.add("alice", NOW);

        assertThat(key).matches("mtasts_[A-Za-z0-9_-]{43}").isNotEqualTo(file.add("bob", NOW));
        assertThat(Files.readString(path))
                .startsWith("alice " + KeyHash.of(key).text() + " 2026-11-01T12:00:00Z\nbob sha256:")
                .doesNotContain(key);
    }

    @Test
    void hashesThatDifferInTheLastDigitAreDifferent() {
        KeyHash one = KeyHash.parse("sha256:" + "0".repeat(64)).orElseThrow();
        KeyHash other = KeyHash.parse("sha256:" + "0".repeat(63) + "1").orElseThrow();

        assertThat(one.matches(other)).isFalse();
    }

    @Test
    void aKeyFileThatIsNotARegularFileIsRefused() {
        assertThatThrownBy(() -> new KeyFile(folder).names())
                .isInstanceOf(UserError.class)
                .hasMessage(folder + " is not a key file: it is not a regular file, or is larger than 1 MiB");
    }

    @Test
    void theHashIsTheSha256OfTheKey() {
        assertThat(KeyHash.of("abc").text())
                .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void namesAreListedInTheOrderOfTheFile() {
        file.add("bob", NOW);
        file.add("alice", NOW.plusSeconds(60));

        assertThat(file.names()).containsExactly("bob", "alice");
    }

    @Test
    void aRevokedKeyIsGoneAndCommentsStay() throws IOException {
        Files.writeString(path, "# ours\n\nbob " + HASH + " 2026-11-01T12:00:00Z\n# theirs\n");
        file.add("alice", NOW);
        file.revoke("alice", NOW);
        file.revoke("bob", NOW);

        assertThat(Files.readString(path)).isEqualTo("# ours\n\n# theirs\n");
    }

    @Test
    void aNameHasOneKey() {
        file.add("alice", NOW);

        assertThatThrownBy(() -> file.add("alice", NOW))
                .isInstanceOf(UserError.class)
                .hasMessage("the name alice is already in use in " + path);
        assertThat(file.names()).hasSize(1);
    }

    @Test
    void aKeyThatIsNotThereCannotBeRevoked() {
        file.add("alice", NOW);

        assertThatThrownBy(() -> file.revoke("bob", NOW))
                .isInstanceOf(UserError.class)
                .hasMessage("unknown key bob in " + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-b_c.9", "0123456789012345678901234567890123456789012345678901234567890123"})
    void namesAreLettersDigitsAndThreeMarks(String name) {
        file.add(name, NOW);

        assertThat(file.names()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "#a",
                "a\n",
                "é",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void otherNamesAreRefused(String name) {
        assertThatThrownBy(() -> file.add(name, NOW))
                .isInstanceOf(UserError.class)
                .hasMessage("the name of a key must be 1 to 64 letters, digits, -, _ and .");
        assertThat(path).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice",
                "alice sha256:12 2026-11-01T12:00:00Z",
                "alice md5:00 2026-11-01T12:00:00Z",
                "alice HASH yesterday",
                "alice HASH 2026-11-01T12:00:00Z more",
                "alice HASH 2026-11-01T12:00:00Z from=192.0.2.1",
                "alice HASH 2026-11-01T12:00:00Z expires=soon",
                "alice HASH 2026-11-01T12:00:00Z expires=2026-02-30",
                "alice HASH 2026-11-01T12:00:00Z limit=0",
                "alice HASH 2026-11-01T12:00:00Z limit=1000001",
                "alice HASH 2026-11-01T12:00:00Z limit=5 limit=6",
                "alice HASH 2026-11-01T12:00:00Z until=2026-12-01",
                "al!ce HASH 2026-11-01T12:00:00Z",
                "mtasts_secret"
            })
    void aLineThatCannotBeReadIsNamedButNotRepeated(String line) throws IOException {
        String text = "# first\n" + line.replace("HASH", HASH) + "\n";
        Files.writeString(path, text);
        String message =
                path + ":2: not a line of the form NAME sha256:HEX TIME [expires=DATE] [limit=CHECKS] [until=TIME],"
                        + " as 'keys add' and 'keys rotate' write it";

        assertThatThrownBy(file::names).isInstanceOf(UserError.class).hasMessage(message);
        assertThatThrownBy(() -> file.add("bob", NOW)).hasMessage(message);
        assertThatThrownBy(() -> file.revoke("bob", NOW)).hasMessage(message);
        assertThat(path).hasContent(text);
    }

    @Test
    void anExpiryAndALimitStandBehindTheKey() throws IOException {
        Expiry expiry = Expiry.parse("2027-01-31");
        file.add("alice", new KeyTerms(Optional.of(expiry), Optional.of(200)), NOW);

        assertThat(Files.readString(path)).endsWith(" 2026-11-01T12:00:00Z expires=2027-01-31 limit=200\n");
        assertThat(file.keys()).first().satisfies(key -> {
            assertThat(key.terms().expires()).contains(expiry);
            assertThat(key.terms().limit()).contains(200);
        });
    }

    @Test
    void aRotatedKeyHasASuccessorWithItsLimitAndAsMuchTime() throws IOException {
        KeyTerms terms = new KeyTerms(Optional.of(Expiry.parse("90d", NOW)), Optional.of(200));
        String old = file.add("alice", terms, NOW);
        String fresh = file.rotate("alice", Duration.ofDays(1), Optional.empty(), NOW.plus(Duration.ofDays(10)));

        assertThat(path)
                .hasContent("alice " + KeyHash.of(old).text()
                        + " 2026-11-01T12:00:00Z expires=2027-01-30 limit=200 until=2026-11-12T12:00:00Z\nalice "
                        + KeyHash.of(fresh).text() + " 2026-11-11T12:00:00Z expires=2027-02-09 limit=200\n");
    }

    @Test
    void aReplacedKeyLeavesTheFileAtTheFirstEditAfterItsTime() {
        file.add("alice", NOW);
        file.rotate("alice", Duration.ofHours(24), Optional.empty(), NOW);
        file.add("bob", NOW.plus(Duration.ofHours(23)));
        assertThat(file.keys()).hasSize(3);

        file.revoke("bob", NOW.plus(Duration.ofHours(24)));
        assertThat(file.keys()).hasSize(1).noneMatch(StoredKey::isReplaced);
    }

    @Test
    void withoutAnOverlapTheOldKeyIsGoneAtOnce() {
        file.add("alice", NOW);
        file.rotate("alice", Duration.ZERO, Optional.empty(), NOW);

        assertThat(file.keys()).hasSize(1).noneMatch(StoredKey::isReplaced);
    }

    @Test
    void revokingANameRevokesWhatItReplacedToo() {
        file.add("alice", NOW);
        file.rotate("alice", Duration.ofHours(24), Optional.empty(), NOW);
        file.revoke("alice", NOW);

        assertThat(file.keys()).isEmpty();
    }

    @Test
    void aKeyThatIsNotThereCannotBeRotated() {
        file.add("alice", NOW);

        assertThatThrownBy(() -> file.rotate("bob", Duration.ZERO, Optional.empty(), NOW))
                .isInstanceOf(UserError.class)
                .hasMessage("unknown key bob in " + path);
    }

    @Test
    void aNameThatStandsTwiceIsAnError() throws IOException {
        String line = "alice " + HASH + " 2026-11-01T12:00:00Z\n";
        Files.writeString(path, line + line);

        assertThatThrownBy(file::names).hasMessage(path + ":2: duplicate key name");
    }

    @Test
    void aMissingFileIsNamed() {
        String message = "cannot read " + path + ": no such file or folder";

        assertThatThrownBy(file::names).isInstanceOf(UserError.class).hasMessage(message);
        assertThatThrownBy(() -> file.revoke("alice", NOW)).hasMessage(message);
        assertThatThrownBy(() -> new KeyFile(folder.resolve("no/keys")).add("alice", NOW))
                .isInstanceOf(UserError.class)
                .hasMessage("cannot write " + folder + "/no/keys: no such file or folder");
    }

    @Test
    void theFileIsForItsOwnerAloneAlsoWhenItWasNotBefore() throws IOException {
        Files.createFile(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        file.add("alice", NOW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw--w----", "rw-----w-", "rw-rw-r--"})
    void aFileThatOthersCanWriteIsNotTrusted(String permissions) throws IOException {
        file.add("alice", NOW);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(file::names)
                .isInstanceOf(UserError.class)
                .hasMessage(path + " is writable by users other than its owner, who could add keys: run chmod go-w "
                        + path);
    }

    @Test
    void theFirstKeyIsNotAddedInAFolderThatOthersCanWrite() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));

        assertThatThrownBy(() -> file.add("alice", NOW))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("run chmod go-w " + folder);
        assertThat(path).doesNotExist();
    }

    @Test
    void aKeyIsNotAddedToAFileThatOthersCanWrite() throws IOException {
        file.add("alice", NOW);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw--w----"));
        String before = Files.readString(path);

        assertThatThrownBy(() -> file.add("bob", NOW)).isInstanceOf(UserError.class);
        assertThat(Files.readString(path)).isEqualTo(before);
    }

    @Test
    void aFileThatAllCanReadIsReported() throws IOException {
        file.add("alice", NOW);
        assertThat(file.isReadableByAll()).isFalse();

        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(file.isReadableByAll()).isTrue();
        assertThat(file.names()).hasSize(1);
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), path);
        file.add("alice", NOW);
        new KeyFile(link).add("bob", NOW);

        assertThat(link).isSymbolicLink();
        assertThat(file.names()).containsExactly("alice", "bob");
    }

    // another process would wait for this lock; the JVM that holds it already is told so
    @Test
    void aChangeOfTheKeyFileTakesTheLockThatOthersWaitFor() throws IOException {
        file.add("alice", NOW);
        try (FileChannel turn = FileChannel.open(folder.resolve(".keys.lock"), StandardOpenOption.WRITE)) {
            turn.lock();

            assertThatThrownBy(() -> file.add("bob", NOW)).isInstanceOf(OverlappingFileLockException.class);
        }
        assertThat(file.names()).containsExactly("alice");
    }

    @Test
    void concurrentAdditionsLoseNothingAndLeaveNothing() throws Exception {
        List<String> names = IntStream.range(0, 20).mapToObj(i -> "key" + i).toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> additions = names.stream()
                    .map(name -> (Callable<String>) () -> new KeyFile(path).add(name, NOW))
                    .toList();
            for (Future<String> added : threads.invokeAll(additions)) {
                added.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(file.names()).containsExactlyInAnyOrderElementsOf(names);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactlyInAnyOrder("keys", ".keys.lock");
        }
    }
}
