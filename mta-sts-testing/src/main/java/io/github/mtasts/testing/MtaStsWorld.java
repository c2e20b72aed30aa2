package io.github.mtasts.testing;

import io.github.mtasts.runtime.EllipticCurves;
import io.github.mtasts.runtime.Neighbour;
import io.github.mtasts.syntax.DomainName;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okio.Buffer;
import okio.Okio;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.OPTRecord;

/**
 * A small Internet on 127.0.0.1: a real DNS server, real policy hosts, and the certificate authority that they have their
 * certificates from. Point a resolver at {@link #dns}, a fetcher at {@link #httpsPort} with trust in {@link #ca}, and declare
 * each domain in one sentence:
 *
 * <pre>{@code
 * world.domain("example.org").record("v=STSv1; id=1").policy(ENFORCE, "mail.example.org").mx("mail.example.org")
 *         .certificate(expired(daysAgo(3)));
 * }</pre>
 *
 * <p>What was not declared does not exist. Ports are chosen by the system, so that worlds can stand side by side. Declaring is
 * for one thread at a time; the servers answer many. In JUnit, {@link MtaStsWorldExtension} starts and closes it.
 */
public final class MtaStsWorld implements AutoCloseable {

    private static final String CLOSED = "the world is closed";

    private final DnsZone zone = new DnsZone();
    private final Map<DomainName, WorldDomain> domains = new HashMap<>();
    private final Map<String, WorldName> names = new HashMap<>();
    private final TestCa ca = TestCa.create();
    private final DnsServer dns = DnsServer.start(zone);
    private final PolicyServer policyHosts = PolicyServer.start(ca);

    private final Deque<AutoCloseable> clients = new ArrayDeque<>();
    private boolean closed;

    private MtaStsWorld() {}

    /**
     * Starts the servers.
     *
     * @return a world in which nothing exists yet, to be closed by the caller
     * @throws IllegalStateException when the class path has an OkHttp before 5.0, an okio before 3.13 or a dnsjava before 3.5, or
     *     when the runtime has no elliptic curves
     */
    public static MtaStsWorld start() {
        Neighbour.require("OkHttp", "5.0", OkHttpClient.class, () -> new OkHttpClient.Builder().fastFallback(false));
        Neighbour.require("okio", "3.13", Buffer.class, () -> Okio.inMemorySocketPair(1));
        Neighbour.require("dnsjava", "3.5", OPTRecord.class, () -> new OPTRecord(512, 0, 0, 0, new EDNSOption[0]));
        EllipticCurves.require();
        return new MtaStsWorld();
    }

    /**
     * The DNS server, which answers as a recursive resolver does.
     *
     * @return its address, for UDP and TCP
     */
    public InetSocketAddress dns() {
        return dns.address();
    }

    /**
     * The port at which all policy hosts are served; the TLS server name (SNI) selects one.
     *
     * @return a port of 127.0.0.1
     */
    public int httpsPort() {
        return policyHosts.port();
    }

    /**
     * The root that signs the policy hosts' certificates, directly or through an intermediate.
     *
     * @return the certificate to trust
     */
    public X509Certificate ca() {
        return ca.root();
    }

    /**
     * Declares a domain, replacing whatever was declared for it before, its policy host included. It exists in the DNS from
     * now on, with nothing in it. To change a domain that is in use, keep what this returns.
     *
     * @param domain the policy domain: A-labels; {@link IllegalArgumentException} with what is wrong when it is not one
     * @return the domain, to declare the rest of
     * @throws IllegalStateException when the world is closed
     */
    public WorldDomain domain(String domain) {
        requireOpen();
        DomainName name = WireText.domain(domain, "domain");
        WorldDomain fresh = new WorldDomain(name, zone, policyHosts);
        WorldDomain before = domains.put(name, fresh);
        if (before != null) {
            before.withdraw();
        }
        return fresh.publish();
    }

    /**
     * Declares a single name, such as that of an MX host, replacing whatever was declared for it here before. It exists in
     * the DNS from now on, with nothing in it.
     *
     * @param name the owner name in presentation format; {@link IllegalArgumentException} when it is not a domain name
     * @return the name, to declare the rest of
     * @throws IllegalStateException when the world is closed
     */
    public WorldName name(String name) {
        requireOpen();
        WorldName fresh = new WorldName(zone, name);
        WorldName before = names.put(DomainName.canonical(name), fresh);
        if (before != null) {
            before.withdraw();
        }
        return fresh.publish();
    }

    /**
     * What the policy hosts were asked.
     *
     * @return the requests so far, in order
     */
    public List<SeenRequest> requests() {
        return policyHosts.requests();
    }

    /**
     * How often clients connected to the policy hosts.
     *
     * @return the connections so far, including those that failed
     */
    public int connections() {
        return policyHosts.connections();
    }

    /**
     * Closes a client of the world when the world is closed, before the servers stop; the last one given is closed first.
     *
     * @param <T> what the client is
     * @param client such as a resolver that asks this world
     * @return the client
     * @throws IllegalStateException when the world is closed; the client is closed then
     */
    public <T extends AutoCloseable> T closing(T client) {
        Objects.requireNonNull(client, "client");
        if (closed) {
            IllegalStateException refused = new IllegalStateException(CLOSED);
            close(client, refused);
            throw refused;
        }
        clients.push(client);
        return client;
    }

    /** Where the servers are, and which domains and names are declared. */
    @Override
    public String toString() {
        return "MtaStsWorld[DNS " + dns.address() + ", HTTPS " + httpsPort() + ", domains "
                + domains.keySet().stream().map(DomainName::text).sorted().toList() + ", names "
                + names.keySet().stream().sorted().toList() + "]";
    }

    /**
     * Closes the clients, stops the servers, and closes what is connected to them. A client that throws does not keep the rest
     * open; what it threw is suppressed in an {@link IllegalStateException}.
     */
    @Override
    public void close() {
        closed = true;
        IllegalStateException failed = new IllegalStateException("a client of the world could not be closed");
        while (!clients.isEmpty()) {
            close(clients.pop(), failed);
        }
        dns.close();
        policyHosts.close();
        if (failed.getSuppressed().length > 0) {
            throw failed;
        }
    }

    private static void close(AutoCloseable client, IllegalStateException failed) {
        try {
            client.close();
        } catch (Exception thrown) {
            failed.addSuppressed(thrown);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(CLOSED);
        }
    }
}
