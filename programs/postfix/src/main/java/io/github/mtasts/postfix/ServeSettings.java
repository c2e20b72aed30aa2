package io.github.mtasts.postfix;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.kit.ServerAddress;
import io.github.mtasts.sender.OperatorRules;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of the server.
 *
 * @param listen the address for Postfix
 * @param admin the address for the administrator; a loopback address
 * @param store the file that keeps policies across restarts; empty for none
 * @param network how to use the network
 * @param trustAd whether the name server is trusted to have validated DNSSEC
 * @param attributes whether answers contain the policy itself, for Postfix 3.10.5 and later
 * @param rules local policy for domains
 * @param ruleCount the number of these domains
 */
record ServeSettings(
        InetSocketAddress listen,
        InetSocketAddress admin,
        Optional<Path> store,
        NetworkSettings network,
        boolean trustAd,
        boolean attributes,
        OperatorRules rules,
        int ruleCount) {

    /** In one line, for the log. */
    @Override
    public String toString() {
        return "policies kept "
                + store.map(file -> "in " + RemoteText.escape(file.toString())).orElse("in memory only")
                + "; resolver " + network.resolver().map(ServerAddress::shown).orElse("of the system")
                + (trustAd ? ", trusted: DANE applies" : ", not trusted: DANE is off")
                + "; timeout " + network.timeout().toSeconds() + " s; attributes of Postfix 3.10.5 "
                + (attributes ? "on" : "off") + "; local rules: " + ruleCount;
    }
}
