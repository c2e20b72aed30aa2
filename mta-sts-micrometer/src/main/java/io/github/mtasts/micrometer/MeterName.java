package io.github.mtasts.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.function.Supplier;

/** The meters: their table in docs/metrics.md is made from these. Names and tags are API. */
enum MeterName {
    CHECKS("mta.sts.checks", Kind.TIMER, "Checks of domains, by verdict.", "verdict"),
    LOOKUPS("mta.sts.dns.lookups", Kind.TIMER, "DNS lookups, by type and by how they ended.", "type", "status"),
    POLICY_FETCHES("mta.sts.policy.fetches", Kind.TIMER, "HTTPS requests for policies, by how they ended.", "status"),
    DECISIONS("mta.sts.decisions", Kind.COUNTER, "Decisions of a sender about the policy in force.", "reason"),
    FETCHES(
            "mta.sts.fetches",
            Kind.COUNTER,
            "Policies that a sender fetched, refreshes included, by result.",
            "result"),
    EVENTS(
            "mta.sts.tlsrpt.events",
            Kind.COUNTER,
            "Failures that a sender would report, by result type of RFC 8460.",
            "result_type"),
    CACHED("mta.sts.cached.policies", Kind.GAUGE, "Policies in the sender's cache that have not expired.", "mode"),
    REFRESH_FAILED(
            "mta.sts.cached.policies.refresh.failed",
            Kind.GAUGE,
            "Those of which the last attempt to fetch them again failed."),
    FIRST_EXPIRY(
            "mta.sts.cached.policies.refresh.failed.first.expiry",
            Kind.GAUGE,
            "When the first of these expires, in seconds since 1970; 0 if there are none.");

    /** What Micrometer calls it. */
    enum Kind {
        TIMER,
        COUNTER,
        GAUGE
    }

    final String text;
    final Kind kind;
    final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    final List<String> tags;

    MeterName(String text, Kind kind, String meaning, String... tags) {
        this.text = text;
        this.kind = kind;
        this.meaning = meaning;
        this.tags = List.of(tags);
    }

    /** With a value for each tag, in their order. */
    Timer timer(MeterRegistry registry, String... values) {
        return Timer.builder(text).description(meaning).tags(pairs(values)).register(registry);
    }

    Counter counter(MeterRegistry registry, String value) {
        return Counter.builder(text).description(meaning).tags(pairs(value)).register(registry);
    }

    Gauge gauge(MeterRegistry registry, Supplier<Number> number, String... values) {
        return Gauge.builder(text, number)
                .description(meaning)
                .baseUnit(this == FIRST_EXPIRY ? "seconds" : null)
                .tags(pairs(values))
                .strongReference(true)
                .register(registry);
    }

    private String[] pairs(String... values) {
        String[] pairs = new String[2 * tags.size()];
        for (int i = 0; i < tags.size(); i++) {
            pairs[2 * i] = tags.get(i);
            pairs[2 * i + 1] = values[i];
        }
        return pairs;
    }
}
