package io.github.mtasts.store.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.sender.PolicyStoreException;
import io.github.mtasts.sender.StoredPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage is found when the store is opened, and the file is left as it is. A policy is never given as it was not written. */
class DamagedFileTest {

    private static final int PAGE = 4096;
    private static final List<StoredPolicy> POLICIES =
            IntStream.range(0, 300).mapToObj(Policies::numbered).toList();

    @TempDir
    Path folder;

    private Path file = Path.of("policies.db");
    private byte[] sound = {};

    @BeforeEach
    void makeStore() throws Exception {
        file = folder.resolve(file);
        try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
            POLICIES.forEach(store::put);
        }
        sound = Files.readAllBytes(file);
    }

    @Test
    void aPageOfGarbage() throws Exception {
        byte[] garbage = new byte[PAGE];
        new Random(1).nextBytes(garbage);
        for (int page = 1; page < sound.length / PAGE; page++) {
            byte[] damaged = sound.clone();
            System.arraycopy(garbage, 0, damaged, page * PAGE, PAGE);

            assertRefused(damaged, "is damaged: ");
        }
    }

    @Test
    void aPageOfZeros() throws Exception {
        for (int page = 1; page < sound.length / PAGE; page++) {
            byte[] damaged = sound.clone();
            Arrays.fill(damaged, page * PAGE, (page + 1) * PAGE, (byte) 0);

            assertRefused(damaged, "is damaged: ");
        }
    }

    @Test
    void aHeaderOfGarbage() throws Exception {
        byte[] damaged = sound.clone();
        Arrays.fill(damaged, 0, 100, (byte) 0x55);

        assertRefused(damaged, "is not an SQLite database");
    }

    @Test
    void aTruncatedFile() throws Exception {
        for (int length :
                new int[] {99, PAGE, 2 * PAGE, sound.length * 6 / 10, sound.length - PAGE, sound.length - 1}) {
            assertRefused(Arrays.copyOf(sound, length), "is damaged: ");
        }
    }

    @Test
    void aPolicyThatReadsOtherwise() throws Exception {
        String octets = new String(sound, ISO_8859_1);

        assertRefused(octets.replace("mode: enforce", "mode: testing").getBytes(ISO_8859_1), "is damaged: ");
    }

    @Test
    void theLogOfAKilledProcessIsKept() throws Exception {
        Path copy;
        try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
            store.put(Policies.of("example.org"));
            copy = Folder.copy(file, folder.resolve("copy"));
        }
        byte[] damaged = Files.readAllBytes(copy);
        Arrays.fill(damaged, PAGE, damaged.length, (byte) 0x55);

        file = copy;

        assertThat(Folder.contents(folder.resolve("copy"))).containsKey(copy + "-wal");
        assertRefused(damaged, "is damaged: ");
    }

    @Test
    void anOctetThatChanged() throws Exception {
        Random random = new Random(8461);
        for (int time = 0; time < 300; time++) {
            byte[] damaged = sound.clone();
            int place = random.nextInt(damaged.length);
            damaged[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);

            try (SqlitePolicyStore store = SqlitePolicyStore.open(file)) {
                assertThat(Policies.in(store)).as("octet %d", place).containsExactlyInAnyOrderElementsOf(POLICIES);
            } catch (PolicyStoreException found) {
                assertThat(found).hasMessageStartingWith(file + " ");
                assertThat(Files.readAllBytes(file)).as("octet %d", place).isEqualTo(damaged);
            }
        }
    }

    private void assertRefused(byte[] octets, String why) throws Exception {
        Files.write(file, octets);
        Path beside = file.resolveSibling(".").normalize();
        Map<String, String> before = Folder.contents(beside);

        assertThatThrownBy(() -> SqlitePolicyStore.open(file))
                .isInstanceOf(PolicyStoreException.class)
                .hasMessageStartingWith(file + " " + why);

        assertThat(Folder.contents(beside)).isEqualTo(before);
    }
}
