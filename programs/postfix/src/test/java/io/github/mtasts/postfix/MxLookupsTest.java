package io.github.mtasts.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** MX records: which hosts they name, and how long they are kept. */
class MxLookupsTest {

    private static final Lookup<MxHost> FOUND = Lookup.found(List.of(new MxHost(10, "mx.example.org")));

    private final AtomicLong nanos = new AtomicLong();
    private final List<CompletableFuture<Lookup<MxHost>>> asked = new ArrayList<>();
    private final MxLookups lookups = new MxLookups(
            domain -> {
                CompletableFuture<Lookup<MxHost>> answer = new CompletableFuture<>();
                asked.add(answer);
                return answer;
            },
            nanos::get);

    @Test
    void anAnswerIsKeptForItsTtl() {
        answered(FOUND.withTtl(Duration.ofMinutes(5)));

        pass(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(lookups.of("example.org")).isCompletedWithValue(FOUND.withTtl(Duration.ofMinutes(5)));
        assertThat(asked).hasSize(1);

        pass(Duration.ofSeconds(1));
        lookups.of("example.org");
        assertThat(asked).hasSize(2);
    }

    @Test
    void noAnswerIsKeptForMoreThanAnHour() {
        answered(FOUND.withTtl(Duration.ofDays(7)));

        pass(Duration.ofHours(1));
        lookups.of("example.org");

        assertThat(asked).hasSize(2);
    }

    @Test
    void absenceIsKeptToo() {
        answered(Lookup.<MxHost>without(LookupStatus.NO_RECORDS, "").withTtl(Duration.ofMinutes(5)));

        lookups.of("example.org");

        assertThat(asked).hasSize(1);
    }

    @Test
    void aFailureIsAskedAgainAtOnce() {
        answered(Lookup.without(LookupStatus.TIMED_OUT, ""));

        lookups.of("example.org");

        assertThat(asked).hasSize(2);
    }

    @Test
    void concurrentRequestsShareTheLookup() {
        CompletableFuture<Lookup<MxHost>> one = lookups.of("example.org");
        CompletableFuture<Lookup<MxHost>> other = lookups.of("example.org");
        asked.get(0).complete(FOUND);

        assertThat(asked).hasSize(1);
        assertThat(one.join()).isEqualTo(other.join());
    }

    @Test
    void whatIsForgottenIsAskedAgain() {
        answered(FOUND.withTtl(Duration.ofMinutes(5)));
        lookups.forget("Example.ORG.");
        lookups.of("example.org");

        assertThat(asked).hasSize(2);
    }

    @Test
    void theMostPreferredHostComesFirstAndNoneTwice() {
        assertThat(hosts(new MxHost(20, "b.example"), new MxHost(10, "a.example"), new MxHost(30, "B.example")))
                .containsExactly("a.example", "b.example");
    }

    @Test
    void aNullMxIsNotAHost() {
        assertThat(hosts(new MxHost(0, "."))).isEmpty();
    }

    @Test
    void aHundredHostsAreEnough() {
        MxHost[] many = IntStream.range(0, 500)
                .mapToObj(i -> new MxHost(i, "mx" + i + ".example"))
                .toArray(MxHost[]::new);

        assertThat(hosts(many)).hasSize(100).endsWith("mx99.example");
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_RECORDS", "NO_SUCH_NAME"})
    void withoutMxRecordTheDomainIsItsOwnHost(LookupStatus status) {
        assertThat(MxLookups.hosts("example.org", Lookup.without(status, ""))).containsExactly("example.org");
    }

    private static List<String> hosts(MxHost... records) {
        return MxLookups.hosts("example.org", Lookup.found(List.of(records)));
    }

    private void answered(Lookup<MxHost> answer) {
        lookups.of("example.org");
        asked.get(0).complete(answer);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
