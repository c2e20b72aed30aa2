package io.github.mtasts.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.Verdict;
import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.testing.FakePolicies;
import io.github.mtasts.testing.MtaStsWorld;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The checker, and what an application may put in the place of its parts. */
class CheckerBeansTest {

    private static final FakeDns DNS =
            FakeDns.with().txt("_mta-sts.example.org", "v=STSv1; id=1").mx("example.org", 10, "mail.example.org");
    private static final FakePolicies POLICIES = FakePolicies.with()
            .policy("example.org", "version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n");

    /** A fetcher that trusts the world's root; everything else is that of the properties. */
    @Configuration(proxyBeanMethods = false)
    static class Intranet {

        @Bean
        OkHttpPolicyFetcher fetcher(OkHttpPolicyFetcher.Builder builder, MtaStsWorld world) {
            return builder.port(world.httpsPort()).trust(world.ca()).build();
        }
    }

    @Test
    void aFetcherOfTheApplicationIsBuiltOnTheProperties() {
        try (MtaStsWorld world = MtaStsWorld.start()) {
            world.domain("example.org")
                    .record("v=STSv1; id=1")
                    .policy(PolicyMode.ENFORCE, "mail.example.org")
                    .mx("mail.example.org");
            Contexts.withDatabaseAndMetrics()
                    .withUserConfiguration(Intranet.class)
                    .withBean(MtaStsWorld.class, () -> world)
                    .withPropertyValues(
                            "mta-sts.dns.servers=127.0.0.1:" + world.dns().getPort(),
                            "mta-sts.allowed-addresses=127.0.0.0/8")
                    .run(context -> {
                        assertThat(context.getBean(MtaStsChecker.class)
                                        .check("example.org")
                                        .verdict())
                                .isEqualTo(Verdict.ENFORCED);
                        assertThat(context.getBean(MeterRegistry.class)
                                        .get("mta.sts.dns.lookups")
                                        .tag("type", "address")
                                        .timer()
                                        .count())
                                .isEqualTo(1);
                    });
        }
    }

    @Test
    void eachFetcherOfTheApplicationBeginsAnew() {
        Contexts.starter()
                .run(context -> assertThat(context.getBean(OkHttpPolicyFetcher.Builder.class))
                        .isNotSameAs(context.getBean(OkHttpPolicyFetcher.Builder.class)));
    }

    @Test
    void portsOfTheApplicationTakePrecedence() {
        Contexts.starter()
                .withBean(FakeDns.class, () -> DNS)
                .withBean(PolicyFetcher.class, () -> POLICIES)
                .run(context -> {
                    assertThat(context.getBean(AddressResolver.class)).isSameAs(DNS);
                    assertThat(context).doesNotHaveBean(OkHttpPolicyFetcher.class);
                    assertThat(context.getBean(MtaStsChecker.class)
                                    .check("example.org")
                                    .verdict())
                            .isEqualTo(Verdict.ENFORCED);
                });
    }

    @Test
    void aCheckerOfTheApplicationReplacesTheStarters() {
        MtaStsChecker ours =
                MtaStsChecker.builder().resolver(DNS).policyFetcher(POLICIES).build();

        Contexts.starter()
                .withBean("ours", MtaStsChecker.class, () -> ours)
                .run(context -> assertThat(context.getBean(MtaStsChecker.class)).isSameAs(ours));
    }

    @Test
    void theResolverIsClosedWithTheApplication() {
        List<DnsjavaResolver> resolvers = new ArrayList<>();

        Contexts.starter().run(context -> resolvers.add(context.getBean(DnsjavaResolver.class)));

        assertThat(resolvers.get(0).resolveTxt("example.org").join().status()).isEqualTo(LookupStatus.SERVER_FAILURE);
        assertThat(resolvers.get(0).resolveTxt("example.org").join().detail()).contains("closed");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.53, 192.0.2.53, 53",
        "192.0.2.53:5353, 192.0.2.53, 5353",
        "[2001:db8::53], 2001:db8::53, 53",
        "[2001:db8::53]:5353, 2001:db8::53, 5353"
    })
    void aNameServerHasAnAddressAndPerhapsAPort(String text, String address, int port) throws Exception {
        assertThat(NameServer.parse(text).getAddress()).isEqualTo(InetAddress.getByName(address));
        assertThat(NameServer.parse(text).getPort()).isEqualTo(port);
    }
}
