package io.github.mtasts.spi;

import io.github.mtasts.issue.RemoteText;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The outcome of a DNS lookup, failures included: network failures are never thrown.
 *
 * @param <T> the type of a record: {@link TxtRecord}, {@link MxHost}, {@link TlsaRecord} or an address
 */
public final class Lookup<T> {

    private final LookupStatus status;
    private final List<T> records;
    private final List<String> aliases;
    private final Optional<Duration> ttl;
    private final boolean authenticated;
    private final String detail;

    private Lookup(
            LookupStatus status,
            List<T> records,
            List<String> aliases,
            Optional<Duration> ttl,
            boolean authenticated,
            String detail) {
        this.status = Objects.requireNonNull(status, "status");
        this.records = List.copyOf(records);
        this.aliases = List.copyOf(aliases);
        this.ttl = ttl;
        this.authenticated = authenticated;
        this.detail = Objects.requireNonNull(detail, "detail");
        if ((status == LookupStatus.FOUND) == records.isEmpty()) {
            throw new IllegalArgumentException(status + " with " + records.size() + " records");
        }
    }

    /**
     * Records were found.
     *
     * @param <T> what a record is
     * @param records at least one, or {@link IllegalArgumentException}
     * @return FOUND, without aliases, not authenticated
     */
    public static <T> Lookup<T> found(List<T> records) {
        return new Lookup<>(
                LookupStatus.FOUND, Objects.requireNonNull(records, "records"), List.of(), Optional.empty(), false, "");
    }

    /**
     * No records were found.
     *
     * @param <T> what a record would have been
     * @param status any but FOUND, or {@link IllegalArgumentException}
     * @param detail human-readable; may be empty
     * @return the outcome, without aliases
     */
    public static <T> Lookup<T> without(LookupStatus status, String detail) {
        return new Lookup<>(status, List.of(), List.of(), Optional.empty(), false, detail);
    }

    /**
     * The same outcome, reached through a CNAME chain.
     *
     * @param targets the CNAME targets in order
     * @return a copy
     */
    public Lookup<T> withAliases(List<String> targets) {
        return new Lookup<>(status, records, Objects.requireNonNull(targets, "targets"), ttl, authenticated, detail);
    }

    /**
     * The same outcome with the time for which it may be kept.
     *
     * @param time zero or more
     * @return a copy
     */
    public Lookup<T> withTtl(Duration time) {
        return new Lookup<>(
                status, records, aliases, Optional.of(Objects.requireNonNull(time, "time")), authenticated, detail);
    }

    /**
     * The same outcome, authenticated by a resolver that is trusted to validate DNSSEC, or not.
     *
     * @param secure whether it set the AD flag
     * @return a copy
     */
    public Lookup<T> withAuthenticated(boolean secure) {
        return new Lookup<>(status, records, aliases, ttl, secure, detail);
    }

    /**
     * The same outcome with a detail.
     *
     * @param text human-readable: what exactly was answered
     * @return a copy
     */
    public Lookup<T> withDetail(String text) {
        return new Lookup<>(status, records, aliases, ttl, authenticated, Objects.requireNonNull(text, "text"));
    }

    /** {@return how it ended} */
    public LookupStatus status() {
        return status;
    }

    /** {@return what was found; empty unless the status is {@link LookupStatus#FOUND}} */
    public List<T> records() {
        return records;
    }

    /** {@return the CNAME targets that were followed, in order; empty when there were none} */
    public List<String> aliases() {
        return aliases;
    }

    /**
     * How long the answer may be kept: the shortest TTL of its records and aliases; for a negative answer, that of RFC 2308,
     * section 5.
     *
     * @return empty when unknown
     */
    public Optional<Duration> ttl() {
        return ttl;
    }

    /** {@return whether a resolver that is trusted to validate DNSSEC set the AD flag} */
    public boolean authenticated() {
        return authenticated;
    }

    /** {@return what exactly was answered, human-readable; empty when the status says it all} */
    public String detail() {
        return detail;
    }

    /**
     * Whether it is unknown what is published: the lookup failed, or was not made.
     *
     * @return false for records found, and for proven absence
     */
    public boolean isUnknown() {
        return switch (status) {
            case FOUND, NO_RECORDS, NO_SUCH_NAME -> false;
            case SERVER_FAILURE, TIMED_OUT, RESOLVER_UNREACHABLE, NOT_ATTEMPTED -> true;
        };
    }

    /**
     * Whether the lookup was made, and failed.
     *
     * @return true for SERVER_FAILURE, TIMED_OUT and RESOLVER_UNREACHABLE
     */
    public boolean isFailure() {
        return isUnknown() && status != LookupStatus.NOT_ATTEMPTED;
    }

    private List<Object> facts() {
        return List.of(status, records, aliases, ttl, authenticated, detail);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lookup<?> lookup && lookup.facts().equals(facts());
    }

    @Override
    public int hashCode() {
        return facts().hashCode();
    }

    /** The outcome, escaped and bounded. */
    @Override
    public String toString() {
        return "Lookup[" + status + ", [" + RemoteText.list(records) + "], aliases [" + RemoteText.list(aliases) + "]"
                + ttl.map(time -> ", TTL " + time.toSeconds()).orElse("") + (authenticated ? ", authenticated" : "")
                + (detail.isEmpty() ? "" : ", " + RemoteText.escape(detail))
                + "]";
    }
}
