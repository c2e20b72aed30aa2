/** SMTP TLS reporting (RFC 8460): events, and the reports made from them and read. */
module io.github.mtasts.tlsrpt {
    requires static com.fasterxml.jackson.annotation;
    requires static org.jspecify;
    requires transitive io.github.mtasts;

    exports io.github.mtasts.tlsrpt;
}
