package io.github.mtasts.postfix;

import static io.github.mtasts.syntax.PolicyMode.ENFORCE;
import static io.github.mtasts.syntax.PolicyMode.NONE;
import static io.github.mtasts.syntax.PolicyMode.TESTING;

import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.kit.Output;
import io.github.mtasts.sender.OperatorRules;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.testing.DnsFault;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.WorldDomain;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small simulated Internet on the loopback interface, and the answers for its domains: real DNS, HTTPS and socketmap. */
final class Demo implements AutoCloseable {

    private static final String RECORD = "v=STSv1; id=20261101T000000";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final MtaStsWorld world = MtaStsWorld.start();
    private final List<String> domains = new ArrayList<>();

    private Demo() {}

    static Demo start() {
        Demo demo = new Demo();
        demo.policies();
        demo.trouble();
        demo.dane();
        return demo;
    }

    /** The same settings, in this world. */
    ServeSettings within(ServeSettings settings) {
        return new ServeSettings(
                settings.listen(),
                settings.admin(),
                Optional.empty(),
                new NetworkSettings(
                        Optional.of(world.dns()),
                        TIMEOUT,
                        InetAddress::isLoopbackAddress,
                        List.of(world.ca()),
                        world.httpsPort()),
                true,
                settings.attributes(),
                settings.rules(),
                settings.ruleCount());
    }

    /** Starts a server and asks it for each domain, as Postfix does. */
    void show(Output out) {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        ServeSettings settings = new ServeSettings(
                any,
                any,
                Optional.empty(),
                NetworkSettings.ofSystem(TIMEOUT),
                false,
                false,
                OperatorRules.of(Map.of()),
                0);
        try (Service service = new Service(within(settings));
                SocketmapClient postfix = new SocketmapClient(service.address())) {
            out.print("A small simulated Internet on this machine, and the answers for its domains:\n\n");
            for (String domain : domains) {
                out.print("%-22s %s%n".formatted(domain, postfix.ask(domain)));
            }
            AdminClient admin = new AdminClient(service.adminAddress());
            out.print("\nThe same for the operator:\n\n");
            out.print(admin.get("/query?domain=partly-covered.example") + "\n");
            out.print("""
                    To try it yourself, start the server in this small Internet, and ask from a second shell:

                      programs/postfix/run serve --demo
                      programs/postfix/run query enforced.example
                      postmap -q enforced.example socketmap:inet:127.0.0.1:8461:postfix
                    """);
        }
    }

    @Override
    public void close() {
        world.close();
    }

    private void policies() {
        domain("enforced.example")
                .record(RECORD)
                .policy(ENFORCE, "mx1.enforced.example", "*.backup.example")
                .mx("mx1.enforced.example", "mx2.backup.example");
        domain("testing.example")
                .record(RECORD)
                .policy(TESTING, "mail.testing.example")
                .mx("mail.testing.example");
        domain("opted-out.example").record(RECORD).policy(NONE).mx("mail.opted-out.example");
        domain("no-policy.example").mx("mail.no-policy.example");
    }

    private void trouble() {
        domain("partly-covered.example")
                .record(RECORD)
                .policy(ENFORCE, "mx1.partly-covered.example")
                .mx("mx1.partly-covered.example", "mx.stranger.example");
        domain("not-covered.example")
                .record(RECORD)
                .policy(ENFORCE, "mx1.not-covered.example")
                .mx("mx.stranger.example");
        domain("broken.example")
                .record(RECORD)
                .policy("version: STSv1\r\nmode: enforce\r\nmx: mail.broken.example\r\nmax_age: a week\r\n")
                .mx("mail.broken.example");
        domain("no-mx-answer.example")
                .record(RECORD)
                .policy(ENFORCE, "mail.no-mx-answer.example")
                .mx(DnsFault.SERVFAIL);
    }

    private void dane() {
        domain("dane.example")
                .signed()
                .record(RECORD)
                .policy(ENFORCE, "mx.dane.example")
                .mx("mx.dane.example");
        tlsa("mx.dane.example");
        domain("partly-dane.example").signed().mx("mx1.partly-dane.example", "mx2.partly-dane.example");
        tlsa("mx1.partly-dane.example");
        world.name("mx2.partly-dane.example").signed().address("127.0.0.1");
    }

    private void tlsa(String host) {
        world.name(host).signed().address("127.0.0.1");
        world.name("_25._tcp." + host).signed().tlsa(new TlsaRecord(3, 1, 1, "8d".repeat(32)));
    }

    private WorldDomain domain(String name) {
        domains.add(name);
        return world.domain(name);
    }
}
