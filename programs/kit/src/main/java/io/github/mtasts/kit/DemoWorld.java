package io.github.mtasts.kit;

import static io.github.mtasts.syntax.PolicyMode.ENFORCE;
import static io.github.mtasts.syntax.PolicyMode.NONE;
import static io.github.mtasts.syntax.PolicyMode.TESTING;
import static io.github.mtasts.testing.ServedCertificate.daysAgo;
import static io.github.mtasts.testing.ServedCertificate.expired;

import io.github.mtasts.testing.DnsFault;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.WorldDomain;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small simulated Internet on the loopback interface, with real DNS and HTTPS; each domain shows something different. */
public final class DemoWorld implements AutoCloseable {

    private static final String REPORTS = "v=TLSRPTv1; rua=mailto:tlsrpt@example.org";
    private static final String RECORD = "v=STSv1; id=20261101T000000";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final MtaStsWorld world = MtaStsWorld.start();
    private final Map<String, WorldDomain> declared = new LinkedHashMap<>();

    private DemoWorld() {}

    /** Starts its servers. */
    public static DemoWorld start() {
        DemoWorld demo = new DemoWorld();
        demo.declare();
        return demo;
    }

    /** The domains to check, the healthy ones first. */
    public List<String> domains() {
        return List.copyOf(declared.keySet());
    }

    /** How its hosts are reached. */
    public NetworkSettings network() {
        return new NetworkSettings(
                Optional.of(world.dns()),
                TIMEOUT,
                InetAddress::isLoopbackAddress,
                List.of(world.ca()),
                world.httpsPort());
    }

    @Override
    public void close() {
        world.close();
    }

    private void declare() {
        healthy();
        texts();
        policyHosts();
        mail();
        slips();
    }

    private void healthy() {
        domain("enforced.example")
                .record(RECORD)
                .policy(ENFORCE, "mx1.enforced.example", "*.backup.example")
                .mx("mx1.enforced.example", "mx2.backup.example")
                .tlsRpt(REPORTS);
        domain("testing.example")
                .record(RECORD)
                .policy(TESTING, "mail.testing.example")
                .mx("mail.testing.example")
                .tlsRpt(REPORTS);
        domain("opted-out.example").record(RECORD).policy(NONE).mx("mail.opted-out.example");
        domain("no-record.example").mx("mail.no-record.example");
    }

    private void texts() {
        domain("typo.example")
                .record(RECORD)
                .policy("version: STSv1\r\nmode: enforce\r\nmx: mail.typo.example\r\nmax_age: 604800 seconds\r\n")
                .mx("mail.typo.example")
                .tlsRpt(REPORTS);
        domain("two-faults.example")
                .record("v=STSv1; id=2026-11-01")
                .policy(
                        "version: STSv1\nmode: enforce\nmx: mail.two-faults.example, mx2.two-faults.example\nmaxage: 604800\n")
                .mx("mail.two-faults.example", "mx2.two-faults.example")
                .tlsRpt("v=TLSRPTv1; rua=tlsrpt@two-faults.example");
        domain("two-records.example")
                .record(RECORD)
                .record("v=STSv1; id=20250101T000000")
                .policy(ENFORCE, "mail.two-records.example")
                .mx("mail.two-records.example")
                .tlsRpt(REPORTS);
    }

    private void policyHosts() {
        domain("expired.example")
                .record(RECORD)
                .policy(ENFORCE, "mail.expired.example")
                .certificate(expired(daysAgo(3)))
                .mx("mail.expired.example")
                .tlsRpt(REPORTS);
        domain("redirect.example")
                .record(RECORD)
                .policy(ENFORCE, "mail.redirect.example")
                .https(site -> site.redirect("https://www.redirect.example/.well-known/mta-sts.txt"))
                .mx("mail.redirect.example")
                .tlsRpt(REPORTS);
        domain("web-page.example")
                .record(RECORD)
                .policy("<!DOCTYPE html>\n<html><head><title>Welcome</title></head><body>Hello</body></html>\n")
                .https(site -> site.header("Content-Type", "text/html; charset=utf-8"))
                .mx("mail.web-page.example")
                .tlsRpt(REPORTS);
    }

    private void mail() {
        domain("uncovered.example")
                .record(RECORD)
                .policy(ENFORCE, "mx1.uncovered.example")
                .mx("mx1.uncovered.example", "backup.provider.example")
                .tlsRpt(REPORTS);
        domain("shallow.example")
                .record(RECORD)
                .policy(ENFORCE, "*.shallow.example")
                .mx("mx1.mail.shallow.example")
                .tlsRpt(REPORTS);
        domain("servfail.example")
                .record(DnsFault.SERVFAIL)
                .policy(ENFORCE, "mail.servfail.example")
                .mx("mail.servfail.example");
    }

    private void slips() {
        domain("one-line.example")
                .record(RECORD)
                .policy("version: STSv1; mode: enforce; mx: mail.one-line.example; max_age: 604800\n")
                .mx("mail.one-line.example")
                .tlsRpt(REPORTS);
        domain("zone-slip.example")
                .record(RECORD)
                .policy(ENFORCE, "mail.zone-slip.example")
                .mx("mail.zone-slip.example.zone-slip.example")
                .tlsRpt(REPORTS);
        domain("misplaced.example")
                .policy(ENFORCE, "mail.misplaced.example")
                .mx("mail.misplaced.example")
                .tlsRpt(REPORTS);
        world.name("_mta-sts.misplaced.example.misplaced.example").txt(RECORD);
        domain("delegated.example")
                .recordVia("_mta-sts.provider.example")
                .policy(ENFORCE, "mail.delegated.example")
                .mx("mail.delegated.example")
                .tlsRpt(REPORTS);
        domain("gone.example")
                .record(RECORD)
                .https(site -> site.status(404))
                .mx("mail.gone.example")
                .tlsRpt(REPORTS);
        domain("bot-check.example")
                .record(RECORD)
                .policy(ENFORCE, "mail.bot-check.example")
                .https(site -> site.status(403))
                .mx("mail.bot-check.example")
                .tlsRpt(REPORTS);
        domain("two-addresses.example")
                .record(RECORD)
                .policy(ENFORCE, "mail.two-addresses.example")
                .policyHostAt("127.0.0.2", "127.0.0.1")
                .mx("mail.two-addresses.example")
                .tlsRpt(REPORTS);
    }

    MtaStsWorld world() {
        return world;
    }

    WorldDomain domain(String name) {
        return declared.computeIfAbsent(name, world::domain);
    }
}
