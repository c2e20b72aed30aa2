package io.github.mtasts;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.MxResolver;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** A checker whose every check waits for its MX lookup, which a test answers. */
final class HeldChecks implements MxResolver {

    /** The lookups under way, in the order in which they began. */
    final BlockingQueue<CompletableFuture<Lookup<MxHost>>> open = new LinkedBlockingQueue<>();

    private final ReadyPorts others = new ReadyPorts(Runnable::run);

    MtaStsCheckerBuilder builder() {
        return others.builder().resolver(others, this);
    }

    /** Ends the check that has waited longest, and waits for one if there is none. */
    void endOne() throws InterruptedException {
        end(open.take());
    }

    /** Ends the check of this lookup. */
    static void end(CompletableFuture<Lookup<MxHost>> lookup) {
        lookup.complete(Lookup.without(LookupStatus.NO_RECORDS, ""));
    }

    @Override
    public CompletableFuture<Lookup<MxHost>> resolveMx(String domain) {
        CompletableFuture<Lookup<MxHost>> answer = new CompletableFuture<>();
        open.add(answer);
        return answer;
    }
}
