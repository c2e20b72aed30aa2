package io.github.mtasts.spi;

import io.github.mtasts.issue.RemoteText;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The outcome of a DNS look-up. Whatever happened is data; nothing is thrown for a state of the world.
 *
 * @param <T> what a record is: {@link TxtRecord}, {@link MxHost}, {@link TlsaRecord} or an address
 * @param status how it ended
 * @param records what was found; empty unless the status is {@link LookupStatus#FOUND}
 * @param aliases the CNAME targets that were followed, in order; empty when there were none
 * @param ttl how long the answer may be kept: the shortest of its records, aliases included; of a negative answer that of
 *     RFC 2308, section 5; empty when unknown
 * @param authenticated whether a resolver that is trusted to validate DNSSEC set the AD flag
 * @param detail for people: what exactly was answered; empty when the status says it all
 */
public record Lookup<T>(
        LookupStatus status,
        List<T> records,
        List<String> aliases,
        Optional<Duration> ttl,
        boolean authenticated,
        String detail) {

    /** Refuses null, copies the lists; {@link IllegalArgumentException} when there are records without FOUND, or FOUND without any. */
    public Lookup {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(ttl, "ttl");
        Objects.requireNonNull(detail, "detail");
        records = List.copyOf(records);
        aliases = List.copyOf(aliases);
        if ((status == LookupStatus.FOUND) == records.isEmpty()) {
            throw new IllegalArgumentException(status + " with " + records.size() + " records");
        }
    }

    /**
     * Records were found.
     *
     * @param <T> what a record is
     * @param records at least one
     * @return FOUND, without aliases, not authenticated
     */
    public static <T> Lookup<T> found(List<T> records) {
        return new Lookup<>(LookupStatus.FOUND, records, List.of(), Optional.empty(), false, "");
    }

    /**
     * No records were found.
     *
     * @param <T> what a record would have been
     * @param status any but FOUND
     * @param detail for people; may be empty
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
        return new Lookup<>(status, records, targets, ttl, authenticated, detail);
    }

    /**
     * The same outcome with the time for which it may be kept.
     *
     * @param time zero or more
     * @return a copy
     */
    public Lookup<T> withTtl(Duration time) {
        return new Lookup<>(status, records, aliases, Optional.of(time), authenticated, detail);
    }

    /**
     * The same outcome, vouched for by a resolver that is trusted to validate DNSSEC, or not.
     *
     * @param secure whether it set the AD flag
     * @return a copy
     */
    public Lookup<T> withAuthenticated(boolean secure) {
        return new Lookup<>(status, records, aliases, ttl, secure, detail);
    }

    /**
     * Whether nobody knows what is published: the look-up failed, or was not made.
     *
     * @return false for records found, and for proven absence
     */
    public boolean isUnknown() {
        return switch (status) {
            case FOUND, NO_RECORDS, NO_SUCH_NAME -> false;
            case SERVER_FAILURE, TIMED_OUT, NOT_ATTEMPTED -> true;
        };
    }

    /**
     * Whether the look-up was made, and failed.
     *
     * @return true for SERVER_FAILURE and TIMED_OUT
     */
    public boolean isFailure() {
        return status == LookupStatus.SERVER_FAILURE || status == LookupStatus.TIMED_OUT;
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
