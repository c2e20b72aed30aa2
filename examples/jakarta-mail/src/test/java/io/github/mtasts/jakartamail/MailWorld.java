package io.github.mtasts.jakartamail;

import io.github.mtasts.jakartamail.demo.MailCa;
import io.github.mtasts.jakartamail.demo.MxServer;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.MtaStsSenderBuilder;
import io.github.mtasts.sender.SenderListener;
import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.spi.TlsaResolver;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.testing.FakePolicies;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/** Domains in a DNS made of a map, and real mail servers on the loopback interface. */
final class MailWorld implements AutoCloseable, MxResolver, AddressResolver, TlsaResolver {

    static final String FROM = "alice@sender.example";

    final MailCa ca = new MailCa();
    final int port = MxServer.freePort();
    final List<TlsRptEvent> events = new CopyOnWriteArrayList<>();

    private final List<Closeable> toClose = new ArrayList<>();
    private int hosts;
    private final Map<String, FakeDns> records = new ConcurrentHashMap<>();
    private volatile FakeDns dns = FakeDns.with();
    private volatile FakePolicies policies = FakePolicies.with();
    private final MtaStsSenderBuilder builder = MtaStsSender.builder()
            .resolver(name -> records.getOrDefault(name, FakeDns.with()).resolveTxt(name))
            .policyFetcher(url -> policies.fetchPolicy(url))
            .trustOnly(ca.root())
            .listener(new SenderListener() {
                @Override
                public void onEvent(TlsRptEvent event) {
                    events.add(event);
                }
            });

    /** Publishes a policy, in place of the one before. */
    MailWorld policy(String domain, String recordId, String mode, String... mx) {
        StringBuilder text = new StringBuilder("version: STSv1\nmode: " + mode + "\nmax_age: 604800\n");
        for (String pattern : mx) {
            text.append("mx: ").append(pattern).append('\n');
        }
        policies = policies.policy(domain, text.toString());
        String name = "_mta-sts." + domain;
        records.put(name, FakeDns.with().txt(name, "v=STSv1; id=" + recordId));
        return this;
    }

    MailWorld dns(UnaryOperator<FakeDns> change) {
        dns = change.apply(dns);
        return this;
    }

    MxServer server(String domain, int preference, String host, SSLContext tls) {
        MxServer server = MxServer.withTls(exchange(domain, preference, host), port, tls);
        toClose.add(server::close);
        return server;
    }

    MxServer serverWithoutTls(String domain, int preference, String host) {
        MxServer server = MxServer.withoutTls(exchange(domain, preference, host), port);
        toClose.add(server::close);
        return server;
    }

    ScriptedMx scripted(String domain, int preference, String host, UnaryOperator<String> replies) {
        ScriptedMx server = new ScriptedMx(exchange(domain, preference, host), port, replies);
        toClose.add(server::close);
        return server;
    }

    /** Declares an MX host at an address of its own. */
    String exchange(String domain, int preference, String host) {
        String address = address(host);
        dns = dns.mx(domain, preference, host);
        return address;
    }

    String address(String host) {
        String address = "127.0.25." + ++hosts;
        dns = dns.address(host, address);
        return address;
    }

    MtaStsSenderBuilder sender() {
        return builder;
    }

    SmtpClient client() {
        return client(Duration.ofSeconds(60));
    }

    SmtpClient client(Duration sessionTimeout) {
        MtaStsSender sender = builder.build();
        toClose.add(sender::close);
        return new SmtpClient(
                sender,
                this,
                new SmtpSettings(
                        "mta.sender.example",
                        port,
                        Duration.ofSeconds(30),
                        sessionTimeout,
                        InetAddress::isLoopbackAddress));
    }

    static MimeMessage message() {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
            message.setFrom(FROM);
            message.setRecipients(RecipientType.TO, "bob@example.org");
            message.setSubject("Hello");
            message.setText("A message.");
            message.saveChanges();
            return message;
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public CompletableFuture<Lookup<MxHost>> resolveMx(String domain) {
        return dns.resolveMx(domain);
    }

    @Override
    public CompletableFuture<Lookup<InetAddress>> resolveAddresses(String host) {
        return dns.resolveAddresses(host);
    }

    @Override
    public CompletableFuture<Lookup<TlsaRecord>> resolveTlsa(String name) {
        return dns.resolveTlsa(name);
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : toClose) {
            each.close();
        }
    }
}
