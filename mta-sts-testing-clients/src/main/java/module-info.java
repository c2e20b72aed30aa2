/** A checker and a sender for the loopback world, and assertions on a sender's decisions. */
module io.github.mtasts.testing.clients {
    requires static org.assertj.core;
    requires static org.jspecify;
    requires transitive io.github.mtasts.sender;
    requires transitive io.github.mtasts.system;
    requires transitive io.github.mtasts.testing;

    exports io.github.mtasts.testing.clients;
}
