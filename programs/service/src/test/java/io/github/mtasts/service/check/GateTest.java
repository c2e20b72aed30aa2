package io.github.mtasts.service.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** How many go at once, and who waits. */
class GateTest {

    private final Gate gate = new Gate(2, 2);
    private final List<Integer> begun = new ArrayList<>();
    private final List<CompletableFuture<Integer>> works = new ArrayList<>();

    @Test
    void noMoreGoAtOnceThanAllowed() {
        List<CompletableFuture<Integer>> results = start(4);

        assertThat(begun).containsExactly(0, 1);
        assertThat(gate.underWay()).isEqualTo(2);
        assertThat(gate.waiting()).isEqualTo(2);
        assertThat(results).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void theOnesThatWaitGoInTheOrderInWhichTheyCame() {
        start(4);

        works.get(1).complete(1);
        works.get(0).complete(0);

        assertThat(begun).containsExactly(0, 1, 2, 3);
    }

    @Test
    void oneMoreThanMayWaitIsTurnedAway() {
        List<CompletableFuture<Integer>> results = start(5);

        assertThat(results.get(4)).isCompletedExceptionally();
        assertThat(begun).hasSize(2);
    }

    @Test
    void workThatFailsMakesRoomAndReportsWhy() {
        List<CompletableFuture<Integer>> results = start(3);

        works.get(0).completeExceptionally(new IllegalStateException("broken"));

        assertThat(results.get(0))
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .withMessage("broken");
        assertThat(begun).containsExactly(0, 1, 2);
    }

    @Test
    void workThatThrowsMakesRoomAndReportsWhy() {
        CompletableFuture<Integer> thrown = gate.run(() -> {
            throw new IllegalStateException("thrown");
        });

        assertThat(thrown).isCompletedExceptionally();
        assertThat(gate.underWay()).isZero();
    }

    @Test
    void afterAllIsDoneThereIsRoomForAll() {
        start(4);
        for (int i = 0; i < 4; i++) {
            works.get(i).complete(i);
        }

        assertThat(gate.underWay()).isZero();
        assertThat(gate.waiting()).isZero();
    }

    @Test
    void aLongQueueOfWorkThatIsDoneAtOnceNeedsNoDeepStack() {
        Gate narrow = new Gate(1, 100_000);
        CompletableFuture<Integer> first = new CompletableFuture<>();
        narrow.run(() -> first);
        CompletableFuture<Integer> last = new CompletableFuture<>();
        for (int i = 0; i < 100_000; i++) {
            last = narrow.run(() -> CompletableFuture.completedFuture(1));
        }

        first.complete(0);

        assertThat(last).isCompletedWithValue(1);
    }

    private List<CompletableFuture<Integer>> start(int count) {
        List<CompletableFuture<Integer>> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            CompletableFuture<Integer> work = new CompletableFuture<>();
            works.add(work);
            results.add(gate.run(() -> {
                begun.add(number);
                return work;
            }));
        }
        return results;
    }
}
