package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.call.FakeAlarm;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.spi.TxtResolver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a port does becomes a status, and the answers of the others stay; only an error stays an error. */
@SuppressWarnings("NullAway") // null is what is tried
class MisbehavingPortsTest {

    private final FakeAlarm alarm = new FakeAlarm();
    private final OpenPorts ports = new OpenPorts();

    static Stream<Throwable> anyException() {
        return Stream.of(
                new IllegalStateException("broken"),
                new Exception("broken"),
                new NullPointerException(),
                new UnprintableException());
    }

    static Stream<Error> anyError() {
        return Stream.of(
                new NoSuchMethodError("broken"),
                new NoClassDefFoundError("broken"),
                new StackOverflowError(),
                new OutOfMemoryError("broken"));
    }

    @ParameterizedTest
    @MethodSource("anyError")
    void anErrorThatAPortThrowsIsThrown(Error thrown) {
        MtaStsChecker checker = MtaStsChecker.builder()
                .resolver(name -> sneaky(thrown), ports)
                .policyFetcher(ports)
                .build(Runnable::run, alarm);
        ports.answerTheRest();

        assertThatThrownBy(() -> checker.check("example.org")).isSameAs(thrown);
    }

    @ParameterizedTest
    @MethodSource("anyError")
    void anErrorThatAFetcherThrowsFailsTheCheck(Error thrown) {
        PolicyFetcher fetcher = url -> sneaky(thrown);

        assertThat(check(ports, fetcher)).isCompletedExceptionally();
        assertThatThrownBy(check(ports, fetcher)::join).hasCause(thrown);
    }

    @ParameterizedTest
    @MethodSource("anyError")
    void anErrorThatAPortEndsInFailsTheCheck(Error thrown) {
        ports.record.completeExceptionally(new CompletionException(thrown));

        assertThatThrownBy(check(ports, ports)::join).hasCause(thrown);
    }

    @Test
    void anErrorOfABlockingPortFailsTheCheck() {
        Error thrown = new NoSuchMethodError("broken");
        TxtResolver txt = TxtResolver.blocking(name -> sneaky(thrown), Runnable::run);

        assertThatThrownBy(check(txt, ports)::join).hasCause(thrown);
    }

    @Test
    void anErrorOfAPortEndsTheChecksOfManyDomains() {
        Error thrown = new NoSuchMethodError("broken");
        CompletableFuture<Void> all = MtaStsChecker.builder()
                .resolver(name -> sneaky(thrown), new ReadyPorts(Runnable::run))
                .policyFetcher(new ReadyPorts(Runnable::run))
                .build(Runnable::run, alarm)
                .checkAll(List.of("example.org", "example.net").iterator(), 1, report -> {});

        assertThatThrownBy(all::join).hasCause(thrown);
    }

    @ParameterizedTest
    @MethodSource("anyException")
    void aTxtPortThatThrowsIsAServerFailure(Throwable thrown) {
        TxtResolver txt = name -> sneaky(thrown);

        Evidence seen = check(txt, ports).join().evidence();

        assertThat(seen.mtaStsTxt().status()).isEqualTo(LookupStatus.SERVER_FAILURE);
        assertThat(seen.tlsRptTxt().status()).isEqualTo(LookupStatus.SERVER_FAILURE);
        assertThat(seen.mtaStsTxt().detail()).startsWith("the port threw ");
        assertThat(seen.mx()).isEqualTo(OpenPorts.HOSTS);
        assertThat(seen.policy()).isEqualTo(OpenPorts.POLICY);
    }

    @ParameterizedTest
    @MethodSource("anyException")
    void aFetcherThatThrowsIsAFailureThatMayPass(Throwable thrown) {
        PolicyFetcher fetcher = url -> sneaky(thrown);

        MtaStsReport report = check(ports, fetcher).join();

        assertThat(report.evidence().policy().status()).isEqualTo(FetchStatus.HOST_LOOKUP_FAILED);
        assertThat(report.evidence().mtaStsTxt()).isEqualTo(OpenPorts.RECORD);
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @MethodSource("anyException")
    void aPortThatCompletesExceptionallyIsAServerFailure(Throwable thrown) {
        ports.record.completeExceptionally(thrown);

        Evidence seen = check(ports, ports).join().evidence();

        assertThat(seen.mtaStsTxt().status()).isEqualTo(LookupStatus.SERVER_FAILURE);
        assertThat(seen.mtaStsTxt().detail()).startsWith("the port failed with ");
        assertThat(seen.tlsRptTxt()).isEqualTo(OpenPorts.NO_TLS_RPT);
    }

    @Test
    void aFailureIsReportedByItsCause() {
        ports.record.completeExceptionally(new CompletionException(new IllegalStateException("broken")));

        assertThat(check(ports, ports).join().evidence().mtaStsTxt().detail())
                .isEqualTo("the port failed with java.lang.IllegalStateException: broken");
    }

    @Test
    void aPortThatReturnsNullIsAServerFailure() {
        TxtResolver txt = name -> null;

        Evidence seen = check(txt, ports).join().evidence();

        assertThat(seen.mtaStsTxt()).isEqualTo(Lookup.without(LookupStatus.SERVER_FAILURE, "the port returned null"));
        assertThat(seen.mx()).isEqualTo(OpenPorts.HOSTS);
    }

    @Test
    void aPortThatAnswersNullIsAServerFailure() {
        ports.record.complete(null);
        ports.policy.complete(null);

        Evidence seen = check(ports, ports).join().evidence();

        assertThat(seen.mtaStsTxt()).isEqualTo(Lookup.without(LookupStatus.SERVER_FAILURE, "the port answered null"));
        assertThat(seen.policy())
                .isEqualTo(PolicyResponse.without(FetchStatus.HOST_LOOKUP_FAILED, "the port answered null"));
    }

    @Test
    void aPortThatCancelsItsOwnCallIsAServerFailure() {
        ports.hosts.cancel(true);

        assertThat(check(ports, ports).join().evidence().mx().status()).isEqualTo(LookupStatus.SERVER_FAILURE);
    }

    @Test
    void theFirstOfTwoAnswersCounts() {
        CompletableFuture<MtaStsReport> report =
                ports.builder().build(Runnable::run, alarm).checkAsync("example.org");
        ports.record.complete(OpenPorts.RECORD);
        ports.record.obtrudeValue(Lookup.without(LookupStatus.NO_SUCH_NAME, ""));
        ports.answerTheRest();
        ports.record.obtrudeException(new IllegalStateException("broken"));

        assertThat(report.join().evidence().mtaStsTxt()).isEqualTo(OpenPorts.RECORD);
    }

    @Test
    void anAnswerAfterTheDeadlineIsIgnored() {
        CompletableFuture<Lookup<TxtRecord>> deaf = new Uncancellable<>();
        TxtResolver txt = name -> deaf;
        CompletableFuture<MtaStsReport> report = check(txt, new OpenPorts());
        alarm.pass(Duration.ofSeconds(10));

        deaf.complete(OpenPorts.RECORD);
        alarm.pass(Duration.ofSeconds(10));

        assertThat(report.join().evidence().mtaStsTxt().status()).isEqualTo(LookupStatus.TIMED_OUT);
    }

    @Test
    void aCallWhoseCancelThrowsHidesNothing() {
        CompletableFuture<Lookup<TxtRecord>> cross = new ThrowingCancel<>();
        TxtResolver txt = name -> cross;
        OpenPorts silent = new OpenPorts();
        CompletableFuture<MtaStsReport> report = ports.builder()
                .resolver(txt, silent)
                .policyFetcher(silent)
                .timeout(Duration.ofSeconds(1))
                .build(Runnable::run, alarm)
                .checkAsync("example.org");

        alarm.pass(Duration.ofSeconds(1));

        assertThat(report.join().evidence().policy().status()).isEqualTo(FetchStatus.TIMED_OUT);
        assertThat(silent.hosts).isCancelled();
        assertThat(silent.policy).isCancelled();
    }

    private CompletableFuture<MtaStsReport> check(TxtResolver txt, PolicyFetcher fetcher) {
        CompletableFuture<MtaStsReport> report = MtaStsChecker.builder()
                .resolver(txt, ports)
                .policyFetcher(fetcher)
                .build(Runnable::run, alarm)
                .checkAsync("example.org");
        ports.answerTheRest();
        return report;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T, E extends Throwable> T sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }

    /** An exception whose message throws. */
    private static final class UnprintableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }
    }

    /** A call that does not listen to its deadline. */
    private static final class Uncancellable<T> extends CompletableFuture<T> {
        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return false;
        }
    }

    /** A call that fails to let go. */
    private static final class ThrowingCancel<T> extends CompletableFuture<T> {
        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            throw new IllegalStateException("cannot let go");
        }
    }
}
