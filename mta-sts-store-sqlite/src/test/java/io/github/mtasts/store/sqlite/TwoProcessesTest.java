package io.github.mtasts.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.sender.PolicyStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file belongs to the process that opened it, until it closes the file or ends. */
@Timeout(60)
class TwoProcessesTest {

    @TempDir
    Path folder;

    private Path file = Path.of("store", "policies.db");

    @BeforeEach
    void makeFolder() throws IOException {
        file = folder.resolve(file);
        Files.createDirectory(folder.resolve("store"));
    }

    @Test
    void aFileIsOpenInOneProcess() throws Exception {
        try (ChildJvm other = ChildJvm.start(Holder.class, file)) {
            assertThat(other.line()).isEqualTo("open");

            assertThatThrownBy(() -> SqlitePolicyStore.open(file))
                    .isInstanceOf(PolicyStoreException.class)
                    .hasMessage(file + " is already open, in this process or another");
        }
    }

    @Test
    void aProcessThatIsGoneHoldsNothing() throws Exception {
        try (ChildJvm other = ChildJvm.start(Holder.class, file)) {
            assertThat(other.line()).isEqualTo("open");
        }

        try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
            assertThat(Policies.in(store)).containsExactly(Policies.of("example.org"));
        }
    }

    @Test
    void aFileIsOpenOnceInAProcess() {
        try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
            assertThatThrownBy(() -> SqlitePolicyStore.open(file))
                    .isInstanceOf(PolicyStoreException.class)
                    .hasMessage(file + " is already open, in this process or another");

            store.put(Policies.of("example.org"));
            assertThat(Policies.in(store)).containsExactly(Policies.of("example.org"));
        }
        SqlitePolicyStore.open(file).close();
    }

    /** On POSIX systems a process loses its locks on a file when it closes that file anywhere. */
    @Test
    void anAttemptInThisProcessLetsNoOtherProcessIn() throws Exception {
        try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
            store.put(Policies.of("example.com"));
            assertThatThrownBy(() -> SqlitePolicyStore.open(file)).isInstanceOf(PolicyStoreException.class);

            try (ChildJvm other = ChildJvm.start(Holder.class, file)) {
                assertThat(other.rest()).contains(file + " is already open, in this process or another");
            }
        }
    }

    /** Opens the file, puts a policy, and stays. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] args) throws IOException {
            try (SqlitePolicyStore store = SqlitePolicyStore.open(Path.of(args[0]))) {
                store.put(Policies.of("example.org"));
                System.out.println("open");
                int end = System.in.read();
                assertThat(end).isNegative();
            }
        }
    }
}
