package io.github.mtasts.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.sender.PolicyStoreException;
import io.github.mtasts.sender.StoredPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlitePolicyStoreTest {

    private static final StoredPolicy POLICY = Policies.of("example.org");

    @TempDir
    Path folder;

    private Path file = Path.of("policies.db");

    @BeforeEach
    void name() {
        file = folder.resolve(file);
    }

    @Test
    void policiesAreThereWhenTheStoreIsOpenedAgain() {
        try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
            store.put(POLICY);
            store.put(Policies.of("example.com"));
            store.remove(Policies.of("example.com"));
        }

        try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
            assertThat(Policies.in(store)).containsExactly(POLICY);
        }
    }

    @Test
    void aClosedStoreIsOneFile() throws Exception {
        try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
            store.put(POLICY);
        }

        assertThat(Folder.contents(folder)).containsOnlyKeys(file.toString());
    }

    @Test
    void onlyTheOwnerReadsTheFileAndItsLog() throws Exception {
        try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
            store.put(POLICY);

            for (String each : Folder.contents(folder).keySet()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(each))))
                        .as(each)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void theModeOfAFileThatIsThereIsLeftAlone() throws Exception {
        Files.createFile(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        SqlitePolicyStore.open(file).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void anEmptyFileIsAStoreThatWasNeverUsed() throws Exception {
        Files.createFile(file);

        try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
            store.put(POLICY);

            assertThat(store.find(POLICY.domain())).contains(POLICY);
        }
    }

    @Test
    void aKilledProcessLeavesALogThatBelongsToTheFile() throws Exception {
        Path copy;
        try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
            store.put(POLICY);
            copy = Folder.copy(file, folder.resolve("copy"));
        }

        try (SqlitePolicyStore store = SqlitePolicyStore.open(copy)) {
            assertThat(Policies.in(store)).containsExactly(POLICY);
        }
        assertThat(Folder.contents(folder.resolve("copy"))).containsOnlyKeys(copy.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"with space.db", "50%.db", "%41.db", "a?mode=ro", "a#b.db", "a&b;c=d.db", "grün.db", "'.db"})
    void theFileMayHaveAnyName(String name) throws Exception {
        Path strange = folder.resolve(name);
        try (SqlitePolicyStore store = SqlitePolicyStore.open(strange)) {
            store.put(POLICY);
        }

        try (SqlitePolicyStore store = SqlitePolicyStore.open(strange)) {
            assertThat(Policies.in(store)).containsExactly(POLICY);
        }
        assertThat(Folder.contents(folder)).containsOnlyKeys(strange.toString());
    }

    @Test
    void aSymbolicLinkStandsForItsFile() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createFile(file));
        try (SqlitePolicyStore store = SqlitePolicyStore.open(link)) {
            store.put(POLICY);
        }

        try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
            assertThat(Policies.in(store)).containsExactly(POLICY);
        }
    }

    @Test
    void aClosedStoreSaysSo() {
        SqlitePolicyStore store = SqlitePolicyStore.open(file);
        store.close();
        store.close();

        for (Runnable use : List.<Runnable>of(
                () -> store.find(POLICY.domain()),
                () -> Policies.in(store),
                () -> store.put(POLICY),
                () -> store.remove(POLICY))) {
            assertThatThrownBy(use::run)
                    .isInstanceOf(PolicyStoreException.class)
                    .hasMessage(file + " was closed");
        }
    }
}
