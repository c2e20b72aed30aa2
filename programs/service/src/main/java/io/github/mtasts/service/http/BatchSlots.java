package io.github.mtasts.service.http;

import io.github.mtasts.service.access.Client;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.github.mtasts.service.problem.ProblemKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Limits how many batches are in progress, since slow readers hold a thread each while a line is written. Thread-safe. */
final class BatchSlots {

    static final int A_CLIENT = 2;
    static final int IN_ALL = 16;
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final Map<String, Integer> taken = new HashMap<>();
    private int inAll;

    /** Give it back afterwards; a problem when all are taken. */
    synchronized void take(Client client) {
        if (taken.getOrDefault(client.name(), 0) == A_CLIENT) {
            throw refused(ProblemKind.TOO_MANY_BATCHES, "The limit of " + A_CLIENT + " concurrent batches is reached.");
        }
        if (inAll == IN_ALL) {
            throw refused(ProblemKind.BUSY, "Too many batches are in progress.");
        }
        taken.merge(client.name(), 1, Integer::sum);
        inAll++;
    }

    synchronized void giveBack(Client client) {
        taken.computeIfPresent(client.name(), (who, count) -> count == 1 ? null : count - 1);
        inAll--;
    }

    private static ProblemException refused(ProblemKind kind, String why) {
        return ProblemException.retryAfter(
                Problem.of(kind, why + " Send this one again when another has finished."), WAIT);
    }
}
