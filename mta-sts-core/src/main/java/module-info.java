/**
 * MTA-STS (RFC 8461): parsers, the issue catalogue, the ports and the checker.
 *
 * <p>Nothing is needed at run time but {@code java.base}.
 */
@SuppressWarnings("module") // the modules named here are compiled later
module io.github.mtasts {
    requires static com.fasterxml.jackson.annotation;
    requires static org.jspecify;

    exports io.github.mtasts;
    exports io.github.mtasts.call to
            io.github.mtasts.sender;
    exports io.github.mtasts.certificate;
    exports io.github.mtasts.issue;
    exports io.github.mtasts.json to
            io.github.mtasts.tlsrpt;
    exports io.github.mtasts.runtime to
            io.github.mtasts.dns,
            io.github.mtasts.http,
            io.github.mtasts.sender,
            io.github.mtasts.testing;
    exports io.github.mtasts.spi;
    exports io.github.mtasts.syntax;
}
