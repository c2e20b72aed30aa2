package io.github.mtasts.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockingCallTest {

    private final Deque<Runnable> turns = new ArrayDeque<>();
    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    @AfterEach
    void endPool() {
        pool.shutdownNow();
    }

    @Test
    void theCodesResultIsTheAnswer() {
        assertThat(BlockingCall.start(() -> "answer", pool).join()).isEqualTo("answer");
    }

    @Test
    void whatTheCodeThrowsIsHowTheCallEnds() {
        BlockingCall<String> call = BlockingCall.start(
                () -> {
                    throw new LinkageError("broken");
                },
                pool);

        assertThatThrownBy(call::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(LinkageError.class);
    }

    @Test
    void itBeginsWhenAThreadTakesItUp() {
        BlockingCall<String> call = BlockingCall.start(() -> "answer", turns::add);
        assertThat(call.begun()).isNotDone();

        turns.remove().run();

        assertThat(call.begun()).isCompleted();
    }

    @Test
    void completingTheBegunFutureAffectsNobodyElse() {
        BlockingCall<String> call = BlockingCall.start(() -> "answer", turns::add);

        call.begun().complete(null);

        assertThat(call.begun()).isNotDone();
    }

    @Test
    void cancelledBeforeItsTurnTheCodeNeverRuns() {
        AtomicBoolean ran = new AtomicBoolean();
        BlockingCall<Boolean> call = BlockingCall.start(() -> ran.getAndSet(true), turns::add);

        call.cancel(true);
        turns.remove().run();

        assertThat(ran).isFalse();
        assertThat(call.begun()).isNotDone();
    }

    @Test
    void cancellingInterruptsTheThread() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        BlockingCall<String> call = BlockingCall.start(() -> waitFor(interrupted), pool);
        call.begun().join();

        call.cancel(true);

        interrupted.await();
        assertThat(call).isCancelled();
    }

    @Test
    void cancellingGentlyInterruptsNobody() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        BlockingCall<String> call = BlockingCall.start(
                () -> {
                    awaitUninterruptibly(release);
                    flag.complete(Thread.currentThread().isInterrupted());
                    return "";
                },
                pool);
        call.begun().join();

        call.cancel(false);
        release.countDown();

        assertThat(flag.get()).isFalse();
    }

    @Test
    void noInterruptStaysOnThePoolsThread() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        BlockingCall<String> call = BlockingCall.start(
                () -> {
                    awaitUninterruptibly(release);
                    return "late";
                },
                pool);
        call.begun().join();

        call.cancel(true);
        release.countDown();

        assertThat(flagOfTheNextTask().get()).isFalse();
    }

    @Test
    void noInterruptReachesALaterTaskHoweverCloseTheCancellation() throws Exception {
        for (int round = 0; round < 2_000; round++) {
            BlockingCall<String> call = BlockingCall.start(() -> "answer", pool);
            Future<Boolean> flag = flagOfTheNextTask();

            call.cancel(true);

            assertThat(flag.get()).isFalse();
        }
    }

    @Test
    void anInterruptOfThePoolIsNotTakenAway() {
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        BlockingCall<String> call = BlockingCall.start(
                () -> {
                    Thread.currentThread().interrupt();
                    return "";
                },
                task -> {
                    task.run();
                    flag.complete(Thread.interrupted());
                });

        assertThat(call.join()).isEmpty();
        assertThat(flag.join()).isTrue();
    }

    @Test
    void anExecutorThatRejectsEndsTheCall() {
        pool.shutdownNow();

        BlockingCall<String> call = BlockingCall.start(() -> "answer", pool);

        assertThatThrownBy(call::join).hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aBlockingPortAsksForTheNameItWasGiven() {
        TxtResolver txt = TxtResolver.blocking(name -> Lookup.found(List.of(TxtRecord.of(name))), pool);
        MxResolver mx = MxResolver.blocking(domain -> Lookup.found(List.of(new MxHost(1, domain))), pool);
        TlsaResolver tlsa = TlsaResolver.blocking(name -> Lookup.without(LookupStatus.NO_RECORDS, name), pool);
        AddressResolver addresses =
                AddressResolver.blocking(host -> Lookup.without(LookupStatus.NO_SUCH_NAME, host), pool);
        PolicyFetcher fetcher = PolicyFetcher.blocking(url -> PolicyResponse.ok(url.toString()), pool);

        assertThat(txt.resolveTxt("_mta-sts.example.org").join().records())
                .containsExactly(TxtRecord.of("_mta-sts.example.org"));
        assertThat(mx.resolveMx("example.org").join().records()).containsExactly(new MxHost(1, "example.org"));
        assertThat(tlsa.resolveTlsa("_25._tcp.mx.example.org").join().detail()).isEqualTo("_25._tcp.mx.example.org");
        assertThat(addresses.resolveAddresses("mx.example.org").join().detail()).isEqualTo("mx.example.org");
        assertThat(fetcher.fetchPolicy(URI.create("https://mta-sts.example.org/"))
                        .join())
                .isEqualTo(PolicyResponse.ok("https://mta-sts.example.org/"));
    }

    @Test
    void everyBlockingPortWaitsForAThreadWithoutItsDeadline() {
        Executor busy = task -> {};

        assertThat(List.of(
                        TxtResolver.blocking(name -> Lookup.without(LookupStatus.NO_RECORDS, ""), busy)
                                .resolveTxt("a"),
                        MxResolver.blocking(name -> Lookup.without(LookupStatus.NO_RECORDS, ""), busy)
                                .resolveMx("a"),
                        TlsaResolver.blocking(name -> Lookup.without(LookupStatus.NO_RECORDS, ""), busy)
                                .resolveTlsa("a"),
                        AddressResolver.blocking(name -> Lookup.without(LookupStatus.NO_RECORDS, ""), busy)
                                .resolveAddresses("a"),
                        PolicyFetcher.blocking(url -> PolicyResponse.ok(""), busy)
                                .fetchPolicy(URI.create("a"))))
                .allMatch(call -> call instanceof BlockingCall<?> waiting
                        && !waiting.begun().isDone());
    }

    private Future<Boolean> flagOfTheNextTask() {
        return pool.submit(() -> Thread.currentThread().isInterrupted());
    }

    private static String waitFor(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
            return "woken";
        } catch (InterruptedException expected) {
            interrupted.countDown();
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** Works on through an interrupt, as native code does. */
    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException deaf) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
