package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mtasts.call.FakeAlarm;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many checks on an executor that runs at once: what happens is decided by the test alone. */
class CheckAllTest {

    private final HeldChecks held = new HeldChecks();
    private final FakeAlarm alarm = new FakeAlarm();
    private final MtaStsChecker checker = held.builder().build(Runnable::run, alarm);
    private final List<MtaStsReport> taken = new ArrayList<>();

    @Test
    void anEmptySourceIsDoneAtOnce() {
        assertThat(checker.checkAll(Collections.emptyIterator(), 1, taken::add)).isCompleted();
    }

    @Test
    void theSourceIsReadNoFasterThanChecksEnd() throws InterruptedException {
        Domains domains = new Domains(10);

        checker.checkAll(domains, 3, taken::add);
        assertThat(domains.read).hasValue(3);

        held.endOne();
        assertThat(domains.read).hasValue(4);
        assertThat(held.open).hasSize(3);
    }

    @Test
    void aReportIsTakenAsItsCheckEnds() throws InterruptedException {
        checker.checkAll(List.of("slow.example", "fast.example").iterator(), 2, taken::add);
        var slow = held.open.take();

        held.endOne();

        assertThat(slow).isNotDone();
        assertThat(taken).extracting(MtaStsReport::domain).containsExactly("fast.example");
    }

    @Test
    void theEndComesWithTheLastReport() throws InterruptedException {
        CompletableFuture<Void> end = checker.checkAll(new Domains(2), 2, taken::add);

        held.endOne();
        assertThat(end).isNotDone();
        held.endOne();

        assertThat(end).isCompleted();
        assertThat(taken).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, Integer.MAX_VALUE})
    void everyDomainIsReportedOnce(int concurrency) {
        MtaStsChecker ready = ReadyPorts.atOnce().build(Runnable::run, alarm);
        Set<String> names = new TreeSet<>();
        List<String> twice = new ArrayList<>();

        CompletableFuture<Void> end = ready.checkAll(new Domains(500), concurrency, report -> {
            if (!names.add(report.domain())) {
                twice.add(report.domain());
            }
        });

        assertThat(end).isCompleted();
        assertThat(names).hasSize(500);
        assertThat(twice).isEmpty();
        assertThat(alarm.pending()).isZero();
    }

    @Test
    void portsThatAnswerAtOnceDoNotDeepenTheStack() {
        MtaStsChecker ready = ReadyPorts.atOnce().build(Runnable::run, alarm);
        int[] count = new int[1];
        int[] deepest = new int[1];

        CompletableFuture<Void> end = ready.checkAll(new Domains(20_000), 4, report -> {
            if (count[0]++ % 1_000 == 0) {
                deepest[0] = Math.max(deepest[0], new Throwable().getStackTrace().length);
            }
        });

        assertThat(end).isCompleted();
        assertThat(count[0]).isEqualTo(20_000);
        assertThat(deepest[0]).isLessThan(300);
    }

    @Test
    void anInvalidNameIsAReportAndTheRestGoesOn() {
        MtaStsChecker ready = ReadyPorts.atOnce().build(Runnable::run, alarm);

        CompletableFuture<Void> end =
                ready.checkAll(List.of("a b", "example.org").iterator(), 1, taken::add);

        assertThat(end).isCompleted();
        assertThat(taken).extracting(MtaStsReport::domain).containsExactly("a b", "example.org");
        assertThat(taken.get(0).issues()).extracting(Issue::code).containsExactly(IssueCode.DOMAIN_INVALID);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aConcurrencyBelowOneIsRefused(int concurrency) {
        Domains domains = new Domains(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> checker.checkAll(domains, concurrency, taken::add))
                .withMessageContaining(Integer.toString(concurrency));
        assertThat(domains.read).hasValue(0);
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> checker.checkAll(null, 1, taken::add));
        assertThatNullPointerException().isThrownBy(() -> checker.checkAll(new Domains(1), 1, null));
    }
}
