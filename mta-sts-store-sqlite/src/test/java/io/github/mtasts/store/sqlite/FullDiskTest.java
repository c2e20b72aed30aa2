package io.github.mtasts.store.sqlite;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.sender.PolicyStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file system of a megabyte, filled to the last octet. */
@Timeout(60)
class FullDiskTest {

    @TempDir
    Path folder;

    @Test
    void aFullDiskLosesNothingAndTheStoreGoesOn() throws Exception {
        assertThat(said(Filler.class)).isEqualTo("""
                        refused: FILE cannot grow: the disk is full
                        refused again: FILE cannot grow: the disk is full
                        all acknowledged are there: true
                        removed one, and it is gone: true
                        with room again all are there: true
                        after opening again all are there: true""");
    }

    @Test
    void aStoreThatFindsNoRoomIsMadeOnceThereIsSome() throws Exception {
        assertThat(said(Beginner.class)).isEqualTo("""
                        refused: FILE cannot grow: the disk is full
                        with room: 1""");
    }

    private String said(Class<?> program) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path file = disk.resolve("policies.db");
        List<String> onDisk = PrivateMounts.command("mount -t tmpfs -o size=1m none \"$1\"", disk);
        try (ChildJvm child = ChildJvm.start(onDisk, program, file)) {
            return child.rest().replace(file.toString(), "FILE");
        }
    }

    /** Puts until there is no room, and again when there is. */
    static final class Filler {

        private Filler() {}

        public static void main(String[] args) throws IOException {
            Path file = Path.of(args[0]);
            Path ballast = Files.write(file.resolveSibling("ballast"), new byte[400_000]);
            List<Integer> acknowledged = new ArrayList<>();
            try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
                putUntilRefused("refused: ", store, acknowledged);
                putUntilRefused("refused again: ", store, acknowledged);
                System.out.println("all acknowledged are there: " + areThere(store, acknowledged));
                Files.delete(ballast);
                int last = acknowledged.remove(acknowledged.size() - 1);
                store.remove(Policies.numbered(last));
                System.out.println("removed one, and it is gone: "
                        + store.find(Policies.numbered(last).domain()).isEmpty());
                store.put(Policies.numbered(last));
                acknowledged.add(last);
                System.out.println("with room again all are there: " + areThere(store, acknowledged));
            }
            try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
                System.out.println("after opening again all are there: " + areThere(store, acknowledged));
            }
        }

        private static void putUntilRefused(String what, SqlitePolicyStore store, List<Integer> acknowledged) {
            try {
                for (int number = acknowledged.size(); ; number++) {
                    store.put(Policies.numbered(number));
                    acknowledged.add(number);
                }
            } catch (PolicyStoreException full) {
                System.out.println(what + full.getMessage());
            }
        }

        private static boolean areThere(SqlitePolicyStore store, List<Integer> acknowledged) {
            return Policies.in(store)
                    .containsAll(acknowledged.stream().map(Policies::numbered).toList());
        }
    }

    /** Makes a store where there is no room for one, and again when there is. */
    static final class Beginner {

        private Beginner() {}

        public static void main(String[] args) throws IOException {
            Path file = Path.of(args[0]);
            Path ballast = fill(file.resolveSibling("ballast"));
            try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
                System.out.println("opened: " + store.find(Policies.numbered(0).domain()));
            } catch (PolicyStoreException full) {
                System.out.println("refused: " + full.getMessage());
            }
            Files.delete(ballast);
            try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
                store.put(Policies.numbered(0));
                System.out.println("with room: " + Policies.in(store).size());
            }
        }

        private static Path fill(Path ballast) {
            for (int size = 1 << 20; size > 0; size /= 2) {
                try {
                    Files.write(ballast, new byte[size], CREATE, APPEND);
                } catch (IOException noRoom) {
                    // half of it, then
                }
            }
            return ballast;
        }
    }
}
