package io.github.mtasts.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the day of a key's last use is written. */
class LastUseTest {

    private static final KeyHash ALICE = KeyHash.of("alice's key");
    private static final KeyHash BOB = KeyHash.of("bob's key");
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-30");

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();

    @SuppressWarnings("NullAway.Init")
    private Path keys;

    @BeforeEach
    void nameTheKeyFile() {
        keys = folder.resolve("keys");
    }

    private LastUse on(LocalDate day) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new LastUse(keys, nanos::get, Clock.fixed(noon, ZoneOffset.UTC));
    }

    @Test
    void theFirstUseIsWrittenAtOnce() {
        on(MONDAY).used(ALICE);

        assertThat(LastUse.of(keys)).isEqualTo(Map.of(ALICE.text(), MONDAY));
    }

    @Test
    void othersWithinTheHourAreWrittenAtItsEnd() {
        LastUse use = on(MONDAY);
        use.used(ALICE);
        nanos.addAndGet(Duration.ofMinutes(59).toNanos());
        use.used(BOB);
        assertThat(LastUse.of(keys)).containsOnlyKeys(ALICE.text());

        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        use.used(ALICE);

        assertThat(LastUse.of(keys)).containsOnlyKeys(ALICE.text(), BOB.text());
    }

    @Test
    void whatIsLeftIsWrittenAtTheEnd() {
        LastUse use = on(MONDAY);
        use.used(ALICE);
        use.used(BOB);
        use.write();

        assertThat(LastUse.of(keys)).containsOnlyKeys(ALICE.text(), BOB.text());
    }

    @Test
    void aKeyThatWasWrittenTodayIsNotWrittenAgain() throws IOException {
        LastUse use = on(MONDAY);
        use.used(ALICE);
        Files.delete(folder.resolve("keys.used"));
        nanos.addAndGet(Duration.ofHours(2).toNanos());
        use.used(ALICE);

        assertThat(LastUse.of(keys)).isEmpty();
    }

    @Test
    void theLaterDayStays() {
        on(MONDAY).used(ALICE);
        on(MONDAY.minusDays(1)).used(ALICE);

        assertThat(LastUse.of(keys)).isEqualTo(Map.of(ALICE.text(), MONDAY));
    }

    @Test
    void aFileThatCannotBeWrittenStopsNobody() throws IOException {
        Files.createDirectory(folder.resolve("keys.used"));

        on(MONDAY).used(ALICE);

        assertThat(LastUse.of(keys)).isEmpty();
    }

    @Test
    void linesOfOthersAreLeftOut() throws IOException {
        Files.writeString(folder.resolve("keys.used"), "# mine\nx\n" + BOB.text() + " 2026-11-01\n");

        assertThat(LastUse.of(keys)).isEqualTo(Map.of(BOB.text(), LocalDate.parse("2026-11-01")));
    }
}
