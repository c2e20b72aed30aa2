package io.github.mtasts.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Concurrent requests for one key share one call, and nothing of it stays. */
class SharedCallsTest {

    private final List<CompletableFuture<String>> calls = new ArrayList<>();
    private final Map<String, String> kept = new HashMap<>();
    private final SharedCalls<String, String> shared = new SharedCalls<>(kept::put);

    @Test
    void concurrentRequestsShareOneCall() {
        CompletableFuture<String> first = ask("a");
        CompletableFuture<String> second = ask("a");
        calls.get(0).complete("1");

        assertThat(first.join()).isEqualTo("1");
        assertThat(second.join()).isEqualTo("1");
        assertThat(calls).hasSize(1);
    }

    @Test
    void anotherKeyIsAnotherCall() {
        ask("a");
        ask("b");
        assertThat(calls).hasSize(2);
    }

    @Test
    void aCallThatHasEndedIsNotShared() {
        ask("a");
        calls.get(0).complete("1");
        assertThat(ask("a")).isNotDone();
        assertThat(calls).hasSize(2);
    }

    @Test
    void aFailureGoesToAllWhoShareItAndIsNotKept() {
        CompletableFuture<String> first = ask("a");
        CompletableFuture<String> second = ask("a");
        calls.get(0).completeExceptionally(new IllegalStateException("broken"));

        assertThat(Stream.of(first, second))
                .allSatisfy(each -> assertThatThrownBy(each::join)
                        .isInstanceOf(CompletionException.class)
                        .hasRootCauseMessage("broken"));
        assertThat(kept).isEmpty();
        assertThat(ask("a")).isNotDone();
    }

    static Stream<Supplier<CompletableFuture<String>>> brokenStarts() {
        return Stream.of(
                () -> {
                    throw new IllegalStateException("refused");
                },
                () -> {
                    throw new OutOfMemoryError("unable to create native thread");
                },
                () -> null);
    }

    @ParameterizedTest
    @MethodSource("brokenStarts")
    void aStartThatThrowsOrReturnsNullFailsTheCallAndLeavesTheKeyFree(Supplier<CompletableFuture<String>> start) {
        assertThat(shared.join("a", start)).isCompletedExceptionally();
        assertThat(ask("a")).isNotDone();
    }

    @Test
    void cancellingARequestAffectsNeitherTheCallNorOtherRequests() {
        CompletableFuture<String> first = ask("a");
        CompletableFuture<String> second = ask("a");
        first.cancel(true);
        assertThat(calls.get(0)).isNotDone();

        calls.get(0).complete("1");
        assertThat(second.join()).isEqualTo("1");
    }

    @Test
    void aCallThatIsCancelledFailsAllWhoShareIt() {
        CompletableFuture<String> first = ask("a");
        calls.get(0).cancel(true);
        assertThat(first).isCompletedExceptionally();
        assertThat(ask("a")).isNotDone();
    }

    @Test
    void aValueIsKeptBeforeAnyRequestIsAnswered() {
        List<String> found = new ArrayList<>();
        ask("a").thenAccept(value -> found.add(kept.get("a")));
        calls.get(0).complete("1");
        assertThat(found).containsExactly("1");
    }

    @Test
    void aForgottenCallAnswersThoseWhoShareItAndIsNotKept() {
        CompletableFuture<String> before = ask("a");
        shared.forget("a");
        CompletableFuture<String> after = ask("a");

        calls.get(1).complete("new");
        calls.get(0).complete("old");

        assertThat(before.join()).isEqualTo("old");
        assertThat(after.join()).isEqualTo("new");
        assertThat(kept).containsExactly(Map.entry("a", "new"));
    }

    @Test
    void theEndOfAForgottenCallLeavesTheNewOneShared() {
        ask("a");
        shared.forgetAll();
        ask("a");
        calls.get(0).complete("old");
        ask("a");
        assertThat(calls).hasSize(2);
    }

    @Test
    void aKeeperThatThrowsFailsTheCallAndLeavesTheKeyFree() {
        SharedCalls<String, String> broken = new SharedCalls<>((key, value) -> {
            throw new IllegalStateException("no room");
        });
        CompletableFuture<String> request = broken.join("a", this::call);
        calls.get(0).complete("1");

        assertThatThrownBy(request::join).hasRootCauseMessage("no room");
        assertThat(broken.join("a", this::call)).isNotDone();
    }

    private CompletableFuture<String> ask(String key) {
        return shared.join(key, this::call);
    }

    private CompletableFuture<String> call() {
        CompletableFuture<String> call = new CompletableFuture<>();
        calls.add(call);
        return call;
    }
}
