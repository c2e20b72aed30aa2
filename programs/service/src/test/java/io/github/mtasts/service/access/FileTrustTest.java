package io.github.mtasts.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mtasts.kit.UserError;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who could change a key file. */
class FileTrustTest {

    private static final int SOMEBODY = 54321;
    private static final int STICKY_FOR_ALL = 01777;

    @TempDir
    private Path above;

    private final FileTrust trust = FileTrust.ofThisProcess();
    private Path folder;
    private Path file;

    @BeforeEach
    void create() throws IOException {
        folder = Files.createDirectory(above.resolve("folder"));
        permit(folder, "rwxr-xr-x");
        file = Files.createFile(folder.resolve("keys"));
        permit(file, "rw-r--r--");
    }

    @Test
    void aFileOfThisUserInAFolderOfThisUserIsTrusted() {
        assertTrusted(trust, file);
    }

    @Test
    void aFileOfRootIsTrustedByEveryUser() throws IOException {
        assumeTrue(uid(file) == 0, "only root can make files of root");

        assertTrusted(new FileTrust(SOMEBODY), file);
    }

    @Test
    void aFileOfAnotherUserIsNotTrusted() throws IOException {
        own(file);

        assertRefused(
                trust,
                file,
                file + " belongs to " + SOMEBODY + ", who could add keys: run chown 0 " + file
                        + ", or run this command as that user");
        assertTrusted(new FileTrust(SOMEBODY), file);
    }

    @Test
    void aFolderOfAnotherUserIsNotTrusted() throws IOException {
        own(folder);

        assertRefused(
                trust,
                file,
                folder + " belongs to " + SOMEBODY + ", who could replace the key file in it: run chown 0 " + folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxr-x", "rwxr-xrwx", "rwxrwxrwx"})
    void aFolderThatOthersCanWriteIsNotTrusted(String permissions) throws IOException {
        permit(folder, permissions);

        assertRefused(
                trust,
                file,
                folder + " is writable by users other than its owner, who could replace the key file in it:"
                        + " run chmod go-w " + folder);
    }

    @Test
    void inAFolderWithTheStickyBitFilesAreSafe() throws IOException {
        Files.setAttribute(folder, "unix:mode", STICKY_FOR_ALL);

        assertTrusted(trust, file);
    }

    @Test
    void theFolderOfALinkIsCheckedAsThatOfTheFile() throws IOException {
        Path open = Files.createDirectory(above.resolve("open"));
        Path link = Files.createSymbolicLink(open.resolve("link"), file);
        assertTrusted(trust, link);

        permit(open, "rwxrwxrwx");
        assertRefused(
                trust,
                link,
                open + " is writable by users other than its owner, who could replace the key file in it:"
                        + " run chmod go-w " + open);
    }

    @Test
    void aFileSystemWithoutOwnersHasNothingToCheck() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(above.resolve("files.zip"), Map.of("create", "true"))) {
            assertThat(FileTrust.applies(zip.getPath("keys"))).isFalse();
        }
        assertThat(FileTrust.applies(file)).isTrue();
    }

    private static void own(Path path) throws IOException {
        assumeTrue(uid(path) == 0, "only root can give files away");
        Files.setAttribute(path, "unix:uid", SOMEBODY);
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static void assertTrusted(FileTrust trust, Path file) {
        assertThatCode(() -> trust.require(file)).doesNotThrowAnyException();
    }

    private static void assertRefused(FileTrust trust, Path file, String message) {
        assertThatThrownBy(() -> trust.require(file))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }
}
