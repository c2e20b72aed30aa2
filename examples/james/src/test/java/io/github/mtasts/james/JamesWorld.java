package io.github.mtasts.james;

import io.github.mtasts.jakartamail.demo.MailCa;
import io.github.mtasts.jakartamail.demo.MxServer;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.MtaStsSenderBuilder;
import io.github.mtasts.sender.SenderListener;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.testing.FakePolicies;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import javax.net.ssl.SSLContext;
import org.apache.james.core.builder.MimeMessageBuilder;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMail;

/** Domains in a DNS made of maps, and real mail servers on the loopback interface, as James sees them. */
final class JamesWorld implements DNSService, AutoCloseable {

    final MailCa ca = new MailCa();
    final List<TlsRptEvent> events = new CopyOnWriteArrayList<>();

    private final int port = MxServer.freePort();
    private final List<MxServer> servers = new ArrayList<>();
    private final Map<String, List<String>> mx = new ConcurrentHashMap<>();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final Map<String, FakeDns> records = new ConcurrentHashMap<>();
    private volatile FakePolicies policies = FakePolicies.with();

    /** Publishes a policy, in place of the one before. */
    void policy(String domain, String recordId, String mode, String... patterns) {
        StringBuilder text = new StringBuilder("version: STSv1\nmode: " + mode + "\nmax_age: 604800\n");
        for (String pattern : patterns) {
            text.append("mx: ").append(pattern).append('\n');
        }
        policies = policies.policy(domain, text.toString());
        String name = "_mta-sts." + domain;
        records.put(name, FakeDns.with().txt(name, "v=STSv1; id=" + recordId));
    }

    /** Adds an MX host behind those that the domain has. */
    MxServer server(String domain, String host, SSLContext tls) {
        return add(MxServer.withTls(exchange(domain, host), port, tls));
    }

    MxServer serverWithoutTls(String domain, String host) {
        return add(MxServer.withoutTls(exchange(domain, host), port));
    }

    /** Gives a host this address, in place of the one before. */
    void address(String host, String address) {
        addresses.put(host, address);
    }

    /** Points the sender at this world. */
    MtaStsSenderBuilder prepare(MtaStsSenderBuilder builder) {
        return builder.resolver(
                        name -> records.getOrDefault(name, FakeDns.with()).resolveTxt(name))
                .policyFetcher(url -> policies.fetchPolicy(url))
                .trustOnly(ca.root())
                .listener(new SenderListener() {
                    @Override
                    public void onEvent(TlsRptEvent event) {
                        events.add(event);
                    }
                });
    }

    MtaStsSender sender() {
        return prepare(MtaStsSender.builder()).build();
    }

    static FakeMail mail(String... recipients) throws MessagingException {
        return FakeMail.builder()
                .name("a-mail")
                .sender("alice@sender.example")
                .recipients(recipients)
                .state(Mail.DEFAULT)
                .mimeMessage(MimeMessageBuilder.mimeMessageBuilder()
                        .setSubject("Hello")
                        .setText("A message."))
                .build();
    }

    @Override
    public Collection<String> findMXRecords(String domain) {
        return mx.getOrDefault(domain, List.of()).stream()
                .map(host -> host + ":" + port)
                .toList();
    }

    @Override
    public Collection<String> findTXTRecords(String name) {
        return List.of();
    }

    @Override
    public Collection<InetAddress> getAllByName(String host) throws UnknownHostException {
        return List.of(getByName(host));
    }

    @Override
    public InetAddress getByName(String host) throws UnknownHostException {
        return InetAddress.getByName(addresses.getOrDefault(host, "127.0.0.1"));
    }

    @Override
    public InetAddress getLocalHost() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public String getHostName(InetAddress address) {
        return "localhost";
    }

    @Override
    public void close() {
        servers.forEach(MxServer::close);
    }

    private String exchange(String domain, String host) {
        String address = "127.0.26." + (servers.size() + 1);
        addresses.put(host, address);
        mx.merge(
                domain,
                List.of(host),
                (some, one) -> Stream.of(some, one).flatMap(List::stream).toList());
        return address;
    }

    private MxServer add(MxServer server) {
        servers.add(server);
        return server;
    }
}
