package io.github.mtasts.service.http;

import io.github.mtasts.service.access.Client;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How many batches are under way, since each keeps a thread of the server. Thread-safe. */
final class BatchSlots {

    static final int A_CLIENT = 2;
    static final int IN_ALL = 16;
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final Map<Object, Integer> taken = new HashMap<>();
    private int inAll;

    /** To be given back; a problem when there is none left. */
    synchronized void take(Client client) {
        if (taken.getOrDefault(who(client), 0) == A_CLIENT) {
            throw refused(429, "Too many batches", A_CLIENT + " batches of yours are under way.");
        }
        if (inAll == IN_ALL) {
            throw refused(503, "Busy", "Too many batches are under way.");
        }
        taken.merge(who(client), 1, Integer::sum);
        inAll++;
    }

    synchronized void giveBack(Client client) {
        taken.computeIfPresent(who(client), (who, count) -> count == 1 ? null : count - 1);
        inAll--;
    }

    private static Object who(Client client) {
        return client.key().isPresent() ? client.key() : client.address();
    }

    private static ProblemException refused(int status, String title, String why) {
        return ProblemException.retryAfter(
                Problem.of(status, title, why + " Send this one again when another has ended."), WAIT);
    }
}
