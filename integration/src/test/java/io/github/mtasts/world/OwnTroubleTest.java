package io.github.mtasts.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Verdict;
import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.testing.DnsFault;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.MtaStsWorldExtension;
import io.github.mtasts.testing.WorldDomain;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What this machine lacks is told as that, through real sockets, and never as a fault of the domain. */
@ExtendWith(MtaStsWorldExtension.class)
class OwnTroubleTest {

    @Test
    void aNameServerThatIsDownIsToldOnceAndLeavesEverythingOpen() throws IOException {
        MtaStsReport report;
        try (DnsjavaResolver dns = DnsjavaResolver.at(closedPort());
                OkHttpPolicyFetcher policies = OkHttpPolicyFetcher.using(dns)) {
            report = checker(dns, policies).check("example.org");
        }

        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.issues()).extracting(Issue::code).containsExactly(IssueCode.RESOLVER_UNREACHABLE);
    }

    /** TCP knows no broadcast, so Linux has no way to this address on any machine. */
    @Test
    void aNetworkThatThisMachineDoesNotHaveLeavesThePolicyOpen(MtaStsWorld world) {
        healthy(world).policyHostAt("255.255.255.255");
        MtaStsReport report;
        try (DnsjavaResolver dns = DnsjavaResolver.at(world.dns());
                OkHttpPolicyFetcher policies = OkHttpPolicyFetcher.builder(dns)
                        .allowAddresses(any -> true)
                        .build()) {
            report = checker(dns, policies).check("example.org");
        }

        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.issues()).extracting(Issue::code).containsExactly(IssueCode.FETCH_NETWORK_UNREACHABLE);
        assertThat(report.issues().get(0).message()).contains("the IPv4 address 255.255.255.255");
    }

    @Test
    void whenNothingIsAnsweredThisMachinesNameServerIsNamedAsAPossibleCause(MtaStsWorld world) {
        healthy(world)
                .record(DnsFault.SILENCE)
                .tlsRpt(DnsFault.SILENCE)
                .mx(DnsFault.SILENCE)
                .policyHost(DnsFault.SILENCE);
        MtaStsReport report;
        try (RealChecker impatient = new RealChecker(world, Duration.ofMillis(500))) {
            report = impatient.check("example.org");
        }

        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.issues())
                .filteredOn(issue -> issue.code() == IssueCode.RECORD_LOOKUP_FAILED)
                .extracting(Issue::remedy)
                .singleElement()
                .asString()
                .contains("the name server of this machine may be the cause");
    }

    private static WorldDomain healthy(MtaStsWorld world) {
        return world.domain("example.org")
                .record("v=STSv1; id=1")
                .tlsRpt("v=TLSRPTv1; rua=mailto:tls@example.org")
                .policy(PolicyMode.ENFORCE, "mail.example.org")
                .mx("mail.example.org");
    }

    private static MtaStsChecker checker(DnsjavaResolver dns, OkHttpPolicyFetcher policies) {
        return MtaStsChecker.builder().resolver(dns).policyFetcher(policies).build();
    }

    private static InetSocketAddress closedPort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }
    }
}
