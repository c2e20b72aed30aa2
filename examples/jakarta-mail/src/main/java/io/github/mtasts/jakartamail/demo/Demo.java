package io.github.mtasts.jakartamail.demo;

import static io.github.mtasts.syntax.PolicyMode.ENFORCE;
import static io.github.mtasts.syntax.PolicyMode.TESTING;

import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.jakartamail.SmtpClient;
import io.github.mtasts.jakartamail.SmtpSettings;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.WorldDomain;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/** Domains whose mail servers are right or wrong in an instructive way, and a message to each. */
final class Demo implements AutoCloseable {

    private static final String FROM = "alice@sender.example";
    private static final String RECORD = "v=STSv1; id=1";

    private final MtaStsWorld world = MtaStsWorld.start();
    private final MailCa ca = new MailCa();
    private final int port = MxServer.freePort();
    private final List<MxServer> servers = new ArrayList<>();
    private final Map<String, String> domains = new LinkedHashMap<>();

    private Demo() {}

    static void run(PrintWriter out) {
        try (Demo demo = new Demo()) {
            demo.declare();
            demo.deliver(out);
        }
    }

    private void declare() {
        enforced("proven.example", "a host with a valid certificate", ca.naming("mx.proven.example"));
        enforced("wrong-name.example", "a certificate for another host", ca.naming("mail.hoster.example"));
        enforced("cn-only.example", "a certificate with the name only in its CN", ca.cnOnly("mx.cn-only.example"));
        enforced("expired.example", "a certificate that has expired", ca.expired("mx.expired.example"));
        enforced("untrusted.example", "a self-signed certificate", ca.selfSigned("mx.untrusted.example"));
        domain("no-starttls.example", "an enforced policy, and a host without STARTTLS")
                .record(RECORD)
                .policy(ENFORCE, "mx.no-starttls.example")
                .mx(withoutTls("mx.no-starttls.example"));
        domain("hijacked.example", "an enforced policy, and a forged MX record")
                .record(RECORD)
                .policy(ENFORCE, "mx.hijacked.example")
                .mx(withTls("mx.attacker.example", ca.naming("mx.attacker.example")));
        domain("second.example", "an enforced policy, and two hosts, the first with a wrong certificate")
                .record(RECORD)
                .policy(ENFORCE, "*.second.example")
                .mx(10, withTls("mx1.second.example", ca.naming("mail.hoster.example")))
                .mx(20, withTls("mx2.second.example", ca.naming("mx2.second.example")));
        domain("testing.example", "a policy in mode testing, and a certificate for another host")
                .record(RECORD)
                .policy(TESTING, "mx.testing.example")
                .mx(withTls("mx.testing.example", ca.naming("mail.hoster.example")));
        domain("no-policy.example", "no policy, and a self-signed certificate")
                .mx(withTls("mx.no-policy.example", ca.selfSigned("localhost")));
        domain("plain.example", "no policy, and a host without STARTTLS").mx(withoutTls("mx.plain.example"));
        domain("no-mail.example", "a null MX").nullMx();
    }

    private void deliver(PrintWriter out) {
        try (DnsjavaResolver dns = DnsjavaResolver.at(world.dns());
                OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.builder(dns)
                        .port(world.httpsPort())
                        .trust(world.ca())
                        .allowAddresses(InetAddress::isLoopbackAddress)
                        .build();
                MtaStsSender sender = MtaStsSender.builder()
                        .resolver(dns)
                        .policyFetcher(fetcher)
                        .trustOnly(ca.root())
                        .build()) {
            Duration minute = Duration.ofMinutes(1);
            SmtpClient client = new SmtpClient(
                    sender,
                    dns,
                    new SmtpSettings("mta.sender.example", port, minute, minute, InetAddress::isLoopbackAddress));
            domains.forEach((domain, what) -> {
                out.println(domain + ": " + what);
                out.println(client.deliver(FROM, "bob@" + domain, message(domain))
                        .toString()
                        .indent(2));
            });
        }
    }

    private void enforced(String domain, String what, SSLContext tls) {
        domain(domain, "an enforced policy, and " + what)
                .record(RECORD)
                .policy(ENFORCE, "mx." + domain)
                .mx(withTls("mx." + domain, tls));
    }

    private WorldDomain domain(String name, String what) {
        domains.put(name, what);
        return world.domain(name);
    }

    private String withTls(String host, SSLContext tls) {
        servers.add(MxServer.withTls(address(host), port, tls));
        return host;
    }

    private String withoutTls(String host) {
        servers.add(MxServer.withoutTls(address(host), port));
        return host;
    }

    private String address(String host) {
        String address = "127.0.25." + (servers.size() + 1);
        world.name(host).address(address);
        return address;
    }

    private static MimeMessage message(String domain) {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
            message.setFrom(FROM);
            message.addRecipients(MimeMessage.RecipientType.TO, "bob@" + domain);
            message.setSubject("Hello");
            message.setText("Hello.");
            message.saveChanges();
            return message;
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        servers.forEach(MxServer::close);
        world.close();
    }
}
