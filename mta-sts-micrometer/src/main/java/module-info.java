/** Meters of checks, DNS lookups, policy fetches and a sender's decisions, for Micrometer. */
module io.github.mtasts.micrometer {
    requires transitive io.github.mtasts;
    requires transitive micrometer.core;
    requires static io.github.mtasts.sender;
    requires static org.jspecify;

    exports io.github.mtasts.micrometer;
}
