package io.github.mtasts.service.check;

import io.github.mtasts.Verdict;
import java.time.Duration;

/** Hears of each look at a domain. Called by the thread that ends it, so it must return at once. */
@FunctionalInterface
public interface CheckEvents {

    /** A check has ended; reports that are remembered are no checks. */
    void checked(Verdict verdict, Duration time);
}
