package io.github.mtasts.kit;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Recommendation;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.PolicySite;
import io.github.mtasts.testing.WorldDomain;
import io.github.mtasts.testing.WorldName;
import java.util.List;

/** Publishes what a report says, where it says so, and repairs what it names; thinks of nothing else. */
final class Administrator {

    private final MtaStsWorld world;
    private final WorldDomain domain;

    Administrator(MtaStsWorld world, WorldDomain domain) {
        this.world = world;
        this.domain = domain;
    }

    void carryOut(MtaStsReport report) {
        DomainName name = DomainName.parse(report.domain()).value().orElseThrow();
        report.recommendations()
                .forEach(advice -> carryOut(advice, name, report.evidence().mx().records()));
    }

    private void carryOut(Recommendation advice, DomainName name, List<MxHost> mx) {
        switch (advice.code()) {
            case CHECK_AGAIN -> domain.healthy();
            case FIX_POLICY_HOST -> {
                domain.healthy();
                domain.policyHostAt("127.0.0.1").https(Administrator::plainFile);
            }
            case FIX_MX_RECORD -> withFinalDots(name.text(), mx);
            case RETIRE_SAFELY -> {
                domain.withoutRecord();
                domain.https(site -> site.status(404));
            }
            default -> advice.publish().ifPresent(text -> publish(advice.where().orElseThrow(), text, name));
        }
    }

    private void publish(String where, String text, DomainName name) {
        if (where.equals(name.policyUrl())) {
            domain.https(Administrator::plainFile).policy(text);
        } else {
            world.name(where).txt(text);
        }
    }

    private static PolicySite plainFile(PolicySite site) {
        return site.status(200).header("Content-Type", "text/plain");
    }

    /** A zone appends the domain to an exchange without one. */
    private void withFinalDots(String owner, List<MxHost> mx) {
        WorldName name = world.name(owner);
        String appended = "." + owner;
        for (MxHost host : mx) {
            String exchange = host.exchange();
            name.mx(
                    host.preference(),
                    exchange.endsWith(appended + appended)
                            ? exchange.substring(0, exchange.length() - appended.length())
                            : exchange);
        }
    }
}
