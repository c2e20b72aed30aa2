package io.github.mtasts.postfix;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.kit.ServerAddress;
import io.github.mtasts.sender.OperatorRules;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the server is told.
 *
 * @param listen where Postfix asks
 * @param admin where the operator asks; a loopback address
 * @param store the file where policies outlive the process; empty when they do not
 * @param network how the network is to be used
 * @param trustAd whether the name server is believed to have validated DNSSEC
 * @param attributes whether answers hold the policy itself, for Postfix 3.10.5 and later
 * @param rules what the operator says of domains
 * @param ruleCount how many domains that are
 */
record Settings(
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
                + store.map(file -> "in " + RemoteText.escape(file.toString())).orElse("in memory alone")
                + "; resolver " + network.resolver().map(ServerAddress::shown).orElse("of the system")
                + (trustAd ? ", trusted: DANE is looked for" : ", not trusted: no DANE is looked for")
                + "; timeout " + network.timeout().toSeconds() + " s; attributes of Postfix 3.10.5 "
                + (attributes ? "on" : "off") + "; rules of the operator: " + ruleCount;
    }
}
