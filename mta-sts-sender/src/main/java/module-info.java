/** MTA-STS for mail servers that send (RFC 8461, section 5). */
module io.github.mtasts.sender {
    requires com.github.benmanes.caffeine;
    requires org.slf4j;
    requires transitive io.github.mtasts;
    requires transitive io.github.mtasts.tlsrpt;
    requires static org.jspecify;

    exports io.github.mtasts.sender;
}
