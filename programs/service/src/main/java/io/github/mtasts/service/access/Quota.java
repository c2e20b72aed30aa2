package io.github.mtasts.service.access;

/**
 * How many checks a client may request, in the fields of draft-ietf-httpapi-ratelimit-headers-10.
 *
 * @param perMinute the limit
 * @param left how many it could request now
 */
public record Quota(int perMinute, long left) {

    private static final int MINUTE = 60;

    /** {@code RateLimit-Policy}: so many checks in so many seconds. */
    public String policy() {
        return "\"checks\";q=" + perMinute + ";w=" + MINUTE;
    }

    /** {@code RateLimit}: what remains, and the seconds until all of it is there again. */
    public String state() {
        long used = perMinute - left;
        return "\"checks\";r=" + left + ";t=" + (used * MINUTE + perMinute - 1) / perMinute;
    }
}
