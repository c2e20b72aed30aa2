/** Fakes and assertions for unit tests, and a loopback world of real DNS and HTTPS servers with their own certificate authority. */
module io.github.mtasts.testing {
    requires mockwebserver3;
    requires okhttp3;
    requires okhttp3.tls;
    requires okio;
    requires org.dnsjava;
    requires static org.assertj.core;
    requires static org.junit.jupiter.api;
    requires static org.jspecify;
    requires transitive io.github.mtasts;

    exports io.github.mtasts.testing;
}
