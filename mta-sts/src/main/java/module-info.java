/** The checker with its resolver and its policy fetcher, as one object. */
module io.github.mtasts.system {
    requires static org.jspecify;
    requires transitive io.github.mtasts;
    requires transitive io.github.mtasts.dns;
    requires transitive io.github.mtasts.http;

    exports io.github.mtasts.system;
}
