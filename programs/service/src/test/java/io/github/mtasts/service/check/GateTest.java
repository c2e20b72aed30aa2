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

    private final Gate gate = new Gate(4, 4);
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
        Work<Integer> thrown = gate.run("a", () -> {
            throw new IllegalStateException("thrown");
        });

        assertThat(thrown.result()).isCompletedExceptionally();
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
        Gate narrow = new Gate(1, 200_000);
        CompletableFuture<Integer> first = new CompletableFuture<>();
        narrow.run("a", () -> first);
        CompletableFuture<Integer> last = new CompletableFuture<>();
        for (int i = 0; i < 100_000; i++) {
            last = narrow.run("a", () -> CompletableFuture.completedFuture(1)).result();
        }

        first.complete(0);

        assertThat(last).isCompletedWithValue(1);
    }

    @Test
    void oneAloneHasHalfOfTheSlotsAndHalfOfThePlaces() {
        start(9);

        assertThat(gate.underWay()).isEqualTo(2);
        assertThat(gate.waiting()).isEqualTo(2);
    }

    @Test
    void whoComesLaterStartsWhileAnotherWaits() {
        start(4);

        start("b", 1);

        assertThat(begun).containsExactly(0, 1, 4);
    }

    @Test
    void whoComesLaterMayWaitWhileAnotherIsTurnedAway() {
        start(5);

        List<CompletableFuture<Integer>> results = start("b", 3);

        assertThat(begun).containsExactly(0, 1, 5);
        assertThat(results.get(1)).isNotDone();
        assertThat(results.get(2)).isCompletedExceptionally();
    }

    @Test
    void thoseWhoWaitTakeTurns() {
        Gate narrow = new Gate(1, 100);
        start(narrow, "a", 4);
        start(narrow, "b", 2);
        start(narrow, "c", 1);
        for (int next : List.of(0, 1, 4, 6, 2, 5, 3)) {
            works.get(next).complete(next);
        }

        assertThat(begun).containsExactly(0, 1, 4, 6, 2, 5, 3);
    }

    @Test
    void whoHoldsAsMuchAsStaysFreeWaits() {
        Gate wide = new Gate(6, 100);
        start(wide, "a", 4);
        start(wide, "b", 3);
        assertThat(begun).containsExactly(0, 1, 2, 4, 5);

        works.get(0).complete(0);
        assertThat(begun).hasSize(5);

        works.get(1).complete(1);
        assertThat(begun).containsExactly(0, 1, 2, 4, 5, 3);
    }

    @Test
    void workOfSeveralClientsStartsOnceInTheFirstOfTheirTurns() {
        Gate narrow = new Gate(1, 100);
        start(narrow, "a", 3);
        Work<Integer> shared = narrow.run("a", () -> {
            begun.add(99);
            return new CompletableFuture<>();
        });
        narrow.join("b", shared);
        assertThat(narrow.waiting()).isEqualTo(4);

        works.get(0).complete(0);
        works.get(1).complete(1);

        assertThat(begun).containsExactly(0, 1, 99);
        assertThat(narrow.waiting()).isEqualTo(1);
    }

    private List<CompletableFuture<Integer>> start(int count) {
        return start("a", count);
    }

    private List<CompletableFuture<Integer>> start(String client, int count) {
        return start(gate, client, count);
    }

    private List<CompletableFuture<Integer>> start(Gate gate, String client, int count) {
        List<CompletableFuture<Integer>> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = works.size();
            CompletableFuture<Integer> work = new CompletableFuture<>();
            works.add(work);
            results.add(gate.run(client, () -> {
                        begun.add(number);
                        return work;
                    })
                    .result());
        }
        return results;
    }
}
