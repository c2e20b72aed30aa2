/** Fakes for unit tests, and a loopback world of real DNS and HTTPS servers with a certificate authority of its own. */
module io.github.mtasts.testing {
    requires org.dnsjava;
    requires static org.junit.jupiter.api;
    requires static transitive org.jspecify;
    requires transitive io.github.mtasts;

    exports io.github.mtasts.testing;
}
