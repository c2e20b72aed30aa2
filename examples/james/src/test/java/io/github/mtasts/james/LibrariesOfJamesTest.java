package io.github.mtasts.james;

import static io.github.mtasts.syntax.PolicyMode.ENFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.sender.DecisionReason;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.testing.MtaStsWorld;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

/** The sender looks policies up with the dnsjava that James brings, which is older than ours. */
class LibrariesOfJamesTest {

    @Test
    void aPolicyIsFoundOverRealDnsAndHttps() {
        try (MtaStsWorld world = MtaStsWorld.start();
                DnsjavaResolver dns = DnsjavaResolver.at(world.dns());
                OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.builder(dns)
                        .port(world.httpsPort())
                        .trust(world.ca())
                        .allowAddresses(InetAddress::isLoopbackAddress)
                        .build();
                MtaStsSender sender = MtaStsSender.builder()
                        .resolver(dns)
                        .policyFetcher(fetcher)
                        .build()) {
            world.domain("example.org").record("v=STSv1; id=1").policy(ENFORCE, "mx.example.org");

            PolicyDecision decision = sender.policyFor("example.org").join();

            assertThat(decision.reason()).isEqualTo(DecisionReason.FETCHED);
            assertThat(decision.isEnforced()).isTrue();
        }
    }
}
