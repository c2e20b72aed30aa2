package io.github.mtasts.service.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.Evidence;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Thresholds;
import io.github.mtasts.Verdict;
import io.github.mtasts.kit.Json;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.PolicyResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One look for all who ask, remembered for a short while. */
class ChecksTest {

    private final AtomicLong nanos = new AtomicLong();
    private final List<String> looks = new ArrayList<>();
    private final List<CompletableFuture<MtaStsReport>> answers = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final Checks checks = new Checks(
            this::look, 4, nanos::get, (report, time) -> events.add(report.verdict() + " " + time.toMillis() + " ms"));

    @Test
    void concurrentRequestsShareOneCheck() {
        CompletableFuture<CheckedReport> one = check("example.org", false);
        CompletableFuture<CheckedReport> other = check("Example.ORG.", false);

        answers.get(0).complete(absent());

        assertThat(looks).containsExactly("example.org");
        assertThat(one.join()).isSameAs(other.join());
    }

    @Test
    void aClientThatGivesUpLeavesTheCheckToTheOthers() {
        CompletableFuture<CheckedReport> one = check("example.org", false);
        CompletableFuture<CheckedReport> other = check("example.org", false);

        one.cancel(true);
        answers.get(0).complete(absent());

        assertThat(other).isCompleted();
    }

    @Test
    void anInvalidDomainIsNeitherCachedNorQueued() {
        for (int i = 0; i < 2; i++) {
            check("x".repeat(100_000), false);
            answers.get(i).complete(failed());
        }
        check("192.0.2.1", false);

        assertThat(looks).hasSize(3);
        assertThat(checks.cache().asMap()).isEmpty();
        assertThat(checks.underWay()).isZero();
    }

    @Test
    void aReportIsRememberedForAMinute() {
        check("example.org", false);
        answers.get(0).complete(absent());

        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        check("example.org", false);
        assertThat(looks).hasSize(1);

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        check("example.org", false);
        assertThat(looks).hasSize(2);
    }

    @Test
    void aFailureThatMayPassIsRememberedForSeconds() {
        check("example.org", false);
        answers.get(0).complete(failed());

        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        check("example.org", false);
        assertThat(looks).hasSize(1);

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        check("example.org", false);
        assertThat(looks).hasSize(2);
    }

    @Test
    void aFreshReportIsLookedForAndTakesThePlaceOfTheOldOne() {
        check("example.org", false);
        answers.get(0).complete(absent());
        CompletableFuture<CheckedReport> fresh = check("example.org", true);
        MtaStsReport second = absent();
        answers.get(1).complete(second);

        assertThat(fresh.join().report()).isSameAs(second);
        assertThat(check("example.org", false).join().report()).isSameAs(second);
        assertThat(looks).hasSize(2);
    }

    @Test
    void aFreshReportIsGoodForAMinuteOfItsOwn() {
        check("example.org", false);
        answers.get(0).complete(absent());
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        check("example.org", true);
        answers.get(1).complete(absent());

        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        check("example.org", false);

        assertThat(looks).hasSize(2);
    }

    @Test
    void aReportIsRenderedOnceForAllWhoGetIt() {
        check("example.org", false);
        answers.get(0).complete(absent());

        CheckedReport first = check("example.org", false).join();

        assertThat(check("example.org", false).join()).isSameAs(first);
        assertThat(StandardCharsets.UTF_8.decode(first.json()).toString())
                .isEqualTo(Json.write(first.report().toMap()));
    }

    @Test
    void aReportWeighsWhatItHoldsWhetherPolicyOrMxHosts() {
        check("example.org", false);
        answers.get(0).complete(absent());
        long light = weight();
        check("example.net", false);
        answers.get(1).complete(serving("x".repeat(60_000)));
        long withPolicy = weight();
        check("example.com", false);
        answers.get(2).complete(withMxHosts(1000));

        assertThat(withPolicy - light).isGreaterThan(3 * 60_000);
        assertThat(weight() - withPolicy).isGreaterThan(3L * 1000 * "0.mx.example.com".length());
    }

    private long weight() {
        return checks.cache().policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    @Test
    void aLookThatEndsAfterAFresherOneIsNotRemembered() {
        check("example.org", false);
        check("example.org", true);
        MtaStsReport fresher = absent();
        answers.get(1).complete(fresher);
        answers.get(0).complete(absent());

        assertThat(check("example.org", false).join().report()).isSameAs(fresher);
    }

    @Test
    void aNameInUnicodeIsAQuestionOfItsOwn() {
        check("bücher.example", false);
        check("xn--bcher-kva.example", false);

        assertThat(looks).hasSize(2);
    }

    @Test
    void aLookThatFailedByABugOfOursIsNotRemembered() {
        CompletableFuture<CheckedReport> first = check("example.org", false);
        answers.get(0).completeExceptionally(new IllegalStateException());
        check("example.org", false);

        assertThat(first).isCompletedExceptionally();
        assertThat(looks).hasSize(2);
    }

    @Test
    void moreThanMayWaitIsBusy() {
        for (int i = 0; i < 2 + 8; i++) {
            check(i + ".example", false);
        }

        assertThat(checks.underWay()).isEqualTo(2);
        assertThat(checks.waiting()).isEqualTo(8);
        assertThat(check("one-more.example", false)).isCompletedExceptionally();
    }

    @Test
    void aCheckThatWaitsFarBackForOneClientStartsAtOnceForAnother() {
        for (int i = 0; i < 2 + 7; i++) {
            check(i + ".example", false);
        }
        CompletableFuture<CheckedReport> first = check("shared.example", false);
        CompletableFuture<CheckedReport> second = checks.check("another client", "shared.example", false);

        assertThat(looks).containsExactly("0.example", "1.example", "shared.example");
        answers.get(2).complete(absent());
        assertThat(first.join()).isSameAs(second.join());
        assertThat(checks.waiting()).isEqualTo(7);
    }

    @Test
    void aClientThatWasTurnedAwayKeepsNobodyElseAway() {
        for (int i = 0; i < 2 + 8; i++) {
            check(i + ".example", false);
        }
        assertThat(check("one-more.example", false)).isCompletedExceptionally();

        checks.check("another client", "one-more.example", false);

        assertThat(looks).contains("one-more.example");
    }

    @Test
    void aClientThatWasTurnedAwayMayAskAgain() {
        for (int i = 0; i < 2 + 8; i++) {
            check(i + ".example", false);
        }
        check("one-more.example", false);
        answers.get(0).complete(absent());

        assertThat(check("one-more.example", false)).isNotDone();
    }

    @Test
    void eachLookIsHeardOfWithItsTime() {
        check("example.org", false);
        nanos.addAndGet(Duration.ofMillis(7).toNanos());
        answers.get(0).complete(absent());
        check("example.org", false);

        assertThat(events).containsExactly(Verdict.ABSENT + " 7 ms");
    }

    private CompletableFuture<CheckedReport> check(String domain, boolean fresh) {
        return checks.check("a client", domain, fresh);
    }

    private CompletableFuture<MtaStsReport> look(String domain) {
        looks.add(domain);
        CompletableFuture<MtaStsReport> answer = new CompletableFuture<>();
        answers.add(answer);
        return answer;
    }

    private static MtaStsReport absent() {
        return report(LookupStatus.NO_SUCH_NAME);
    }

    private static MtaStsReport serving(String policy) {
        Evidence evidence = Evidence.builder()
                .domain("example.net")
                .policy(PolicyResponse.ok(policy))
                .build();
        return MtaStsReport.of(evidence, Thresholds.recommended());
    }

    private static MtaStsReport withMxHosts(int number) {
        Evidence evidence = Evidence.builder()
                .domain("example.com")
                .mx(Lookup.found(IntStream.range(0, number)
                        .mapToObj(i -> new MxHost(10, i + ".mx.example.com"))
                        .toList()))
                .build();
        return MtaStsReport.of(evidence, Thresholds.recommended());
    }

    private static MtaStsReport failed() {
        return report(LookupStatus.SERVER_FAILURE);
    }

    private static MtaStsReport report(LookupStatus status) {
        Evidence evidence = Evidence.builder()
                .domain("example.org")
                .mtaStsTxt(Lookup.without(status, ""))
                .build();
        return MtaStsReport.of(evidence, Thresholds.recommended());
    }
}
