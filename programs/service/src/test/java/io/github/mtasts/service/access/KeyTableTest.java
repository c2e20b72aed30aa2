package io.github.mtasts.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator sees of the keys. */
class KeyTableTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    private Path folder;

    private KeyFile file;

    @BeforeEach
    void name() {
        file = new KeyFile(folder.resolve("keys"));
    }

    @Test
    void eachKeyIsALineInColumns() {
        String bob = file.add("bob", NOW);
        file.lastUse(() -> 0, Clock.fixed(NOW, ZoneOffset.UTC)).used(KeyHash.of(bob));
        file.add("monitoring", terms("2027-01-31", 200), NOW);

        assertThat(file.table(NOW).lines())
                .containsExactly(
                        "NAME        CREATED     LAST USED   EXPIRES     LIMIT",
                        "bob         2026-11-01  2026-11-01  -           -",
                        "monitoring  2026-11-01  -           2027-01-31  200");
        assertThat(file.table(NOW).warnings()).isEmpty();
    }

    @Test
    void aReplacedKeySaysHowLongItIsAccepted() {
        file.add("bob", NOW);
        file.rotate("bob", Duration.ofDays(1), Optional.empty(), NOW);

        assertThat(file.table(NOW).lines())
                .element(1)
                .asString()
                .endsWith("replaced, accepted until 2026-11-02T12:00:00Z");
        assertThat(file.table(NOW.plus(Duration.ofDays(1))).lines())
                .element(1)
                .asString()
                .endsWith("replaced, no longer accepted");
    }

    @Test
    void aKeyThatHasExpiredIsWarnedOf() {
        file.add("bob", terms("2026-10-31", 5), Instant.EPOCH);

        assertThat(file.table(NOW).lines()).element(1).asString().endsWith("  5      expired");
        assertThat(file.table(NOW).warnings())
                .containsExactly("the key of bob expired at the end of 2026-10-31 (UTC):"
                        + " replace it with 'keys rotate bob', or delete it with 'keys revoke bob'");
    }

    @Test
    void aFileWithoutKeysHasNoTable() {
        file.add("bob", NOW);
        file.revoke("bob", NOW);

        assertThat(file.table(NOW).lines()).isEmpty();
    }

    private static KeyTerms terms(String lastDay, int limit) {
        return new KeyTerms(Optional.of(Expiry.parse(lastDay)), Optional.of(limit));
    }
}
