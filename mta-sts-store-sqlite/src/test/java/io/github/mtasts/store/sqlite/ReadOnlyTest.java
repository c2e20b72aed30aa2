package io.github.mtasts.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.sender.PolicyStoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Read-only by a mount, which binds root as well. */
@Timeout(60)
class ReadOnlyTest {

    private static final String MOUNT = "mount --bind \"$1\" \"$1\"; mount -o remount,bind,ro \"$1\"";

    @TempDir
    Path folder;

    private Path file = Path.of("store", "policies.db");

    @BeforeEach
    void makeFolder() throws Exception {
        file = folder.resolve(file);
        Files.createDirectory(folder.resolve("store"));
    }

    @Test
    void aReadOnlyFileIsRefused() throws Exception {
        SqlitePolicyStore.open(file).close();
        Map<String, String> before = Folder.contents(folder.resolve("store"));

        assertThat(opened(file)).isEqualTo(file + " is read-only");

        assertThat(Folder.contents(folder.resolve("store"))).isEqualTo(before);
    }

    @Test
    void aFileInAReadOnlyFolderIsRefused() throws Exception {
        SqlitePolicyStore.open(file).close();
        Files.copy(file, folder.resolve("writable"));

        assertThat(opened(folder.resolve("store"), "; mount --bind \"$1/../writable\" \"$1/policies.db\""))
                .isEqualTo(file + " is in a read-only folder, but its log must be written beside it");
    }

    @Test
    void aStoreIsNotMadeInAReadOnlyFolder() throws Exception {
        assertThat(opened(folder.resolve("store")))
                .startsWith(file + " cannot be used: ")
                .contains("Read-only");
    }

    private String opened(Path readOnly) throws Exception {
        return opened(readOnly, "");
    }

    private String opened(Path readOnly, String more) throws Exception {
        try (ChildJvm child = ChildJvm.start(PrivateMounts.command(MOUNT + more, readOnly), Opener.class, file)) {
            return child.rest();
        }
    }

    /** Opens the file and says what it got. */
    static final class Opener {

        private Opener() {}

        public static void main(String[] args) {
            try (SqlitePolicyStore store = SqlitePolicyStore.open(Path.of(args[0]))) {
                System.out.println(Policies.in(store));
            } catch (PolicyStoreException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }
}
