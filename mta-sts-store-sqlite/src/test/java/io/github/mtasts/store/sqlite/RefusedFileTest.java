package io.github.mtasts.store.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.sender.PolicyStoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is not a store is named and left as it is; nothing is put beside it. */
class RefusedFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "v=STSv1; id=1\n",
                "\u00FF\u00D8\u00FF\u00E0\u0000\u0010JFIF\u0000\u0001\u0001",
                "SQLite format 3\u0000",
                "\u0000\u0000\u0000\u0000"
            })
    void aFileThatIsNotADatabase(String beginning) throws Exception {
        for (int times : new int[] {1, 5000}) {
            Path file = folder.resolve("file" + times);
            Files.writeString(file, beginning.repeat(times), ISO_8859_1);

            assertRefused(file, "is not a");
        }
    }

    @Test
    void aDatabaseOfAnotherProgram() throws Exception {
        Path file = folder.resolve("other.db");
        sqlite(file, "CREATE TABLE policy (domain TEXT PRIMARY KEY)", "INSERT INTO policy VALUES ('example.org')");

        assertRefused(file, "is not a policy store but a file of another program");
    }

    @Test
    void aDatabaseOfAnotherProgramThatWasKilled() throws Exception {
        Path original = Files.createDirectory(folder.resolve("original")).resolve("other.db");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + original);
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("CREATE TABLE t (x TEXT)");
            Path file = Folder.copy(original, folder.resolve("copy"));
            assertThat(Folder.contents(folder.resolve("copy"))).containsKey(file + "-wal");

            assertRefused(file, "is not a policy store but a file of another program");
        }
    }

    @Test
    void aStoreOfANewerRelease() throws Exception {
        Path file = folder.resolve("newer.db");
        SqlitePolicyStore.open(file).close();
        sqlite(file, "PRAGMA user_version = 2");

        assertRefused(file, "was written by a newer release: its schema is version 2, the newest supported here is 1");
    }

    @Test
    void aLogWithoutItsFile() throws Exception {
        Path file = folder.resolve("policies.db");
        Files.writeString(folder.resolve("policies.db-wal"), "what was acknowledged");

        assertRefused(file, "is missing or empty, but its log is not: " + file + "-wal");

        Files.createFile(file);

        assertRefused(file, "is missing or empty, but its log is not: " + file + "-wal");
    }

    @Test
    void aFolder() throws Exception {
        Path file = Files.createDirectory(folder.resolve("folder"));

        assertRefused(file, "is not a regular file");
    }

    @Test
    void aMissingFolder() throws Exception {
        Path file = folder.resolve("missing").resolve("policies.db");

        assertThatThrownBy(() -> SqlitePolicyStore.open(file))
                .isInstanceOf(PolicyStoreException.class)
                .hasMessage(file + " cannot be created: its folder does not exist, or it is a dangling link");
        assertThat(Folder.contents(folder)).isEmpty();
    }

    @Test
    void aLinkToNothing() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("missing"));

        assertRefused(link, "cannot be created: its folder does not exist, or it is a dangling link");
    }

    @Test
    void aFileInPlaceOfTheFolder() throws Exception {
        Path file = Files.createFile(folder.resolve("file")).resolve("policies.db");

        assertThatThrownBy(() -> SqlitePolicyStore.open(file))
                .isInstanceOf(PolicyStoreException.class)
                .hasMessageContaining(file.toString());
    }

    private static void assertRefused(Path file, String why) throws Exception {
        Path folder = file.resolveSibling(".").normalize();
        Map<String, String> before = Folder.contents(folder);

        assertThatThrownBy(() -> SqlitePolicyStore.open(file))
                .isInstanceOf(PolicyStoreException.class)
                .hasMessageStartingWith(file + " " + why);

        assertThat(Folder.contents(folder)).isEqualTo(before);
    }

    private static void sqlite(Path file, String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
