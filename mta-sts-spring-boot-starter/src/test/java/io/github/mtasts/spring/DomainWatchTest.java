package io.github.mtasts.spring;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.testing.FakePolicies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What health knows of the domains, and since when. */
class DomainWatchTest {

    private static final String RECORD = "_mta-sts.example.org";

    private FakePolicies policies = FakePolicies.with()
            .policy("example.org", "version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n");
    private FakeDns dns = FakeDns.with().txt(RECORD, "v=STSv1; id=1").mx("example.org", 10, "mail.example.org");
    private double chance = 0.5;
    private final HandTimer timer = new HandTimer();
    private final DomainWatch watch = watch("example.org");

    @Test
    void nothingIsKnownBeforeTheFirstCheck() {
        watch.start();

        assertThat(watch.status()).isEqualTo("UNKNOWN");
        assertThat(watch.details()).containsExactly(entry("example.org", "not checked yet"));
    }

    @Test
    void aDomainThatWorksIsUp() {
        watch.start();
        timer.runNext();

        assertThat(watch.status()).isEqualTo("UP");
        assertThat(watch.details())
                .containsExactly(
                        entry("example.org", Map.of("verdict", "ENFORCED", "checked_at", "2026-11-24T12:00:00Z")));
    }

    @Test
    void aBrokenDomainIsDownAndItsFirstErrorIsShown() {
        policies = policies.policy("example.org", "version: STSv1\n");
        watch.start();
        timer.runNext();

        assertThat(watch.status()).isEqualTo("DOWN");
        assertThat(String.valueOf(watch.details().get("example.org")))
                .contains("verdict=BROKEN", "error=POLICY_", "checked_at=");
    }

    @Test
    void aDomainThatIsFixedIsUpAgain() {
        FakePolicies fixed = policies;
        policies = policies.policy("example.org", "version: STSv1\n");
        watch.start();
        timer.runNext();

        policies = fixed;
        timer.runNext();

        assertThat(watch.status()).isEqualTo("UP");
    }

    @Test
    void aCheckThatCannotBeCompletedKeepsTheLastAnswer() {
        watch.start();
        timer.runNext();
        Map<String, Object> before = watch.details();

        dns = dns.fails(RECORD, LookupStatus.TIMED_OUT);
        timer.runNext();

        assertThat(watch.status()).isEqualTo("UP");
        assertThat(watch.details()).isEqualTo(before);
    }

    @Test
    void aDomainThatCouldNeverBeCheckedIsUnknown() {
        dns = dns.fails(RECORD, LookupStatus.TIMED_OUT);
        watch.start();
        timer.runNext();

        assertThat(watch.status()).isEqualTo("UNKNOWN");
        assertThat(String.valueOf(watch.details().get("example.org"))).contains("verdict=UNDETERMINED");
    }

    @Test
    void oneBrokenDomainAmongOthersIsDown() {
        dns = dns.txt("_mta-sts.example.net", "v=STSv1; id=1");
        policies = policies.policy("example.net", "version: STSv1\n");
        DomainWatch both = watch("example.org", "example.net", "example.org");

        both.start();
        timer.runNext();

        assertThat(both.status()).isEqualTo("DOWN");
        assertThat(both.details()).containsOnlyKeys("example.org", "example.net");
    }

    @Test
    void theFirstCheckIsAtTheStartAndTheOthersAroundTheInterval() {
        watch.start();
        timer.runNext();
        chance = 0;
        timer.runNext();
        chance = 1;
        timer.runNext();

        assertThat(timer.pauses)
                .containsExactly(Duration.ZERO, Duration.ofMinutes(10), Duration.ofMinutes(9), Duration.ofMinutes(11));
    }

    @Test
    void afterItsEndNothingIsChecked() {
        watch.start();
        watch.stop();
        timer.runNext();

        assertThat(watch.isRunning()).isFalse();
        assertThat(watch.status()).isEqualTo("UNKNOWN");
        assertThat(timer.isShutdown()).isTrue();
    }

    private DomainWatch watch(String... domains) {
        MtaStsChecker checker = MtaStsChecker.builder()
                .resolver(name -> dns.resolveTxt(name), name -> dns.resolveMx(name))
                .policyFetcher(url -> policies.fetchPolicy(url))
                .executor(Runnable::run)
                .clock(Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC))
                .build();
        List<DomainName> names = Stream.of(domains).map(DomainName::new).toList();
        return new DomainWatch(checker, names, Duration.ofMinutes(10), () -> timer, () -> chance);
    }
}
