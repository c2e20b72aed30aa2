package io.github.mtasts.testing;

import io.github.mtasts.syntax.PolicyMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a domain's policy host is declared to serve: a body, and the changes made to a healthy site. */
final class DeclaredSite {

    private static final String LOOPBACK = "127.0.0.1";

    private final String host;
    private final WorldName name;
    private final PolicyServer servers;
    private final List<UnaryOperator<PolicySite>> changes = new ArrayList<>();
    private byte[] body = {};

    DeclaredSite(String host, WorldName name, PolicyServer servers) {
        this.host = host;
        this.name = name;
        this.servers = servers;
    }

    /** A valid policy with a max_age of a week. */
    static String text(PolicyMode mode, String... mx) {
        Objects.requireNonNull(mode, "mode");
        StringBuilder text = new StringBuilder("version: STSv1\r\nmode: " + mode.text() + "\r\n");
        for (String pattern : Objects.requireNonNull(mx, "mx")) {
            text.append("mx: ")
                    .append(Objects.requireNonNull(pattern, "pattern"))
                    .append("\r\n");
        }
        return text.append("max_age: 604800\r\n").toString();
    }

    void body(byte[] octets) {
        body = octets.clone();
        serve();
    }

    /** A change that throws is not kept. */
    void change(UnaryOperator<PolicySite> change) {
        changed(changed(), change);
        changes.add(change);
        serve();
    }

    /** Undoes the changes. */
    void healthy() {
        changes.clear();
        if (name.hasRecords()) {
            serve();
        }
    }

    void remove() {
        servers.remove(host);
    }

    /** Empty when nothing is served. */
    Optional<PolicySite> site() {
        return name.hasRecords() ? Optional.of(changed()) : Optional.empty();
    }

    private void serve() {
        servers.serve(host, changed());
        if (!name.hasRecords()) {
            name.address(LOOPBACK);
        }
    }

    private PolicySite changed() {
        PolicySite site = PolicySite.serving(body);
        for (UnaryOperator<PolicySite> change : changes) {
            site = changed(site, change);
        }
        return site;
    }

    private static PolicySite changed(PolicySite site, UnaryOperator<PolicySite> change) {
        return Objects.requireNonNull(change.apply(site), "the changed site");
    }
}
