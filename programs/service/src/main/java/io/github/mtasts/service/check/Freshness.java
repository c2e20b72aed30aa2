package io.github.mtasts.service.check;

import com.github.benmanes.caffeine.cache.Expiry;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Verdict;
import java.time.Duration;

/** How long a report is good for others: a minute, and a failure that may pass for seconds only. */
final class Freshness implements Expiry<String, MtaStsReport> {

    static final Duration REPORT = Duration.ofMinutes(1);
    static final Duration FAILURE = Duration.ofSeconds(5);

    @Override
    public long expireAfterCreate(String domain, MtaStsReport report, long currentTime) {
        return (report.verdict() == Verdict.UNDETERMINED ? FAILURE : REPORT).toNanos();
    }

    @Override
    public long expireAfterUpdate(String domain, MtaStsReport report, long currentTime, long currentDuration) {
        return expireAfterCreate(domain, report, currentTime);
    }

    @Override
    public long expireAfterRead(String domain, MtaStsReport report, long currentTime, long currentDuration) {
        return currentDuration;
    }
}
