package io.github.mtasts.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL in the middle of writes: what was acknowledged is there, and the next start needs no repair. */
class KillTest {

    private static final int KILLS = 50;
    private static final int MOST_WRITES = 100;

    @TempDir
    Path folder;

    @Test
    @Timeout(300)
    void nothingAcknowledgedIsLost() throws Exception {
        Path file = Files.createDirectory(folder.resolve("store")).resolve("policies.db");
        Random random = new Random();
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildJvm writer = ChildJvm.start(Writer.class, file)) {
                acknowledged.addAll(writesUntilKilled(writer, random.nextInt(MOST_WRITES)));
            }

            try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
                Set<String> kept = new HashSet<>();
                store.forEach(policy -> kept.add(policy.domain().text()));
                assertThat(kept).as("after kill %d", kill).containsAll(acknowledged);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    }

    /** With no write to wait for, the kill comes while the file is opened or made. */
    private static Set<String> writesUntilKilled(ChildJvm writer, int writes) throws Exception {
        assertThat(writer.line()).isEqualTo("opening");
        Set<String> acknowledged = new HashSet<>();
        for (int write = 0; write < writes; write++) {
            acknowledged.add(writer.line());
        }
        List<String> meanwhile = writer.kill();
        acknowledged.addAll(meanwhile);
        return acknowledged;
    }

    /** Puts new policies without an end, and names each when it was put. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) {
            System.out.println("opening");
            long run = System.nanoTime();
            try (SqlitePolicyStore store = SqlitePolicyStore.open(Path.of(args[0]))) {
                for (int number = 0; ; number++) {
                    String domain = "d" + number + ".run" + run + ".example";
                    store.put(Policies.of(domain));
                    System.out.println(domain);
                }
            }
        }
    }
}
