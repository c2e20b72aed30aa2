/** The checker's DNS ports on dnsjava, asynchronous to the wire. */
module io.github.mtasts.dns {
    requires org.dnsjava;
    requires org.slf4j;
    requires static org.jspecify;
    requires transitive io.github.mtasts;

    exports io.github.mtasts.dns;
}
