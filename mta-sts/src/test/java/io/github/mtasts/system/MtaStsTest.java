package io.github.mtasts.system;

import static io.github.mtasts.syntax.PolicyMode.ENFORCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Verdict;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.testing.DnsFault;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.MtaStsWorldExtension;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(MtaStsWorldExtension.class)
@SuppressWarnings("NullAway") // null is what is tried
class MtaStsTest {

    private static final String DOMAIN = "example.org";
    private static final URI POLICY_URL = URI.create("https://mta-sts.example.org/.well-known/mta-sts.txt");

    @BeforeEach
    void aHealthyDomain(MtaStsWorld world) {
        world.domain(DOMAIN)
                .record("v=STSv1; id=1")
                .policy(ENFORCE, "mail.example.org")
                .mx("mail.example.org");
    }

    @Test
    void aHealthyDomainIsEnforced(MtaStsWorld world) {
        try (MtaSts mtaSts = in(world).build()) {
            assertThat(mtaSts.check(DOMAIN).verdict()).isEqualTo(Verdict.ENFORCED);
            assertThat(mtaSts.checkAsync(DOMAIN).join().verdict()).isEqualTo(Verdict.ENFORCED);
        }
    }

    @Test
    void theCheckerChecksManyDomains(MtaStsWorld world) {
        try (MtaSts mtaSts = in(world).build()) {
            List<Verdict> verdicts = new ArrayList<>();
            mtaSts.checker()
                    .checkAllInOrder(
                            List.of(DOMAIN, "example.net").iterator(), 2, report -> verdicts.add(report.verdict()))
                    .join();

            assertThat(verdicts).containsExactly(Verdict.ENFORCED, Verdict.ABSENT);
        }
    }

    @Test
    void theResolverAndTheFetcherServeOthersToo(MtaStsWorld world) {
        try (MtaSts mtaSts = in(world).build()) {
            assertThat(mtaSts.resolver().resolveMx(DOMAIN).join().status()).isEqualTo(LookupStatus.FOUND);
            assertThat(mtaSts.policyFetcher().fetchPolicy(POLICY_URL).join().status())
                    .isEqualTo(FetchStatus.OK);
        }
    }

    @Test
    void addressesThatAreNotPublicAreRefusedUnlessTheyAreAllowed(MtaStsWorld world) {
        try (MtaSts mtaSts = MtaSts.builder()
                .servers(world.dns())
                .port(world.httpsPort())
                .trust(world.ca())
                .build()) {
            assertThat(mtaSts.check(DOMAIN).evidence().policy().status()).isEqualTo(FetchStatus.BLOCKED_ADDRESS);
        }
    }

    @Test
    void aPrivateAuthorityIsNotTrustedUnlessItIsGiven(MtaStsWorld world) {
        try (MtaSts mtaSts = MtaSts.builder()
                .servers(world.dns())
                .port(world.httpsPort())
                .allowAddresses(InetAddress::isLoopbackAddress)
                .build()) {
            assertThat(mtaSts.check(DOMAIN).evidence().policy().status()).isEqualTo(FetchStatus.TLS_UNTRUSTED);
        }
    }

    @Test
    void aSilentNameServerIsNamedWithinTheTimeOfALookup(MtaStsWorld world) {
        world.name("_mta-sts.example.net").fault(DnsFault.SILENCE);
        try (MtaSts mtaSts = in(world).lookupTimeout(Duration.ofSeconds(2)).build()) {
            MtaStsReport report = mtaSts.check("example.net");

            assertThat(report.evidence().mtaStsTxt().status()).isEqualTo(LookupStatus.TIMED_OUT);
            assertThat(report.evidence().mtaStsTxt().detail())
                    .contains("127.0.0.1")
                    .contains("1600 ms");
        }
    }

    @Test
    void aSilentPolicyHostIsGivenUpAfterTheTimeOfAFetch(MtaStsWorld world) {
        world.domain(DOMAIN)
                .record("v=STSv1; id=1")
                .policy(ENFORCE, "mail.example.org")
                .mx("mail.example.org")
                .https(site -> site.silent());
        try (MtaSts mtaSts = in(world).fetchTimeout(Duration.ofMillis(500)).build()) {
            assertThat(mtaSts.check(DOMAIN).evidence().policy().status()).isEqualTo(FetchStatus.TIMED_OUT);
        }
        try (MtaSts mtaSts = in(world).timeout(Duration.ofMillis(500)).build()) {
            assertThat(mtaSts.check(DOMAIN).evidence().policy().detail()).isEqualTo("no answer within 500 ms");
        }
    }

    @Test
    void closingEndsChecksInProgressAndLaterOnesWithAReport(MtaStsWorld world) {
        world.name("_mta-sts.example.net").fault(DnsFault.SILENCE);
        MtaSts mtaSts = in(world).build();
        CompletableFuture<MtaStsReport> begun = mtaSts.checkAsync("example.net");

        mtaSts.close();
        mtaSts.close();

        assertThat(List.of(begun.join(), mtaSts.check(DOMAIN))).allSatisfy(report -> {
            assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
            assertThat(report.evidence().mtaStsTxt().status()).isEqualTo(LookupStatus.SERVER_FAILURE);
            assertThat(report.evidence().mtaStsTxt().detail()).isEqualTo("the resolver was closed");
        });
        assertThat(mtaSts.policyFetcher().fetchPolicy(POLICY_URL).join().status())
                .isEqualTo(FetchStatus.HOST_LOOKUP_FAILED);
    }

    @Test
    void theSystemsNameServersAreTheDefault() {
        try (MtaSts mtaSts = MtaSts.system()) {
            assertThat(mtaSts.check("not a domain").verdict()).isEqualTo(Verdict.UNDETERMINED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.000999S", "P1DT0.001S"})
    void aTimeoutIsAMillisecondToADay(String limit) {
        MtaSts.Builder builder = MtaSts.builder();
        Duration wrong = Duration.parse(limit);

        assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(wrong));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.lookupTimeout(wrong));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.fetchTimeout(wrong));
    }

    @Test
    void settingsThatCannotWorkAreRefusedWhereTheyAreMade() {
        MtaSts.Builder builder = MtaSts.builder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(65_536));
        assertThatIllegalArgumentException().isThrownBy(builder::servers);
    }

    private static MtaSts.Builder in(MtaStsWorld world) {
        return MtaSts.builder()
                .servers(world.dns())
                .port(world.httpsPort())
                .trust(world.ca())
                .allowAddresses(InetAddress::isLoopbackAddress);
    }
}
