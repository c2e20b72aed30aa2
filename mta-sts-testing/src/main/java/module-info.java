/** Fakes for unit tests, and a loopback world of real DNS and HTTPS servers. */
module io.github.mtasts.testing {
    requires okhttp3.tls;
    requires mockwebserver3;
    requires okhttp3;
    requires okio;
    requires transitive io.github.mtasts;
    requires static transitive org.jspecify;

    exports io.github.mtasts.testing;
}
