package io.github.mtasts.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.sender.DecisionReason;
import io.github.mtasts.sender.HostProtection;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.OperatorRule;
import io.github.mtasts.sender.OperatorRules;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.sender.PolicyStore;
import io.github.mtasts.sender.PolicyStoreException;
import io.github.mtasts.sender.SenderListener;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.store.jdbc.JdbcPolicyStore;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.testing.FakePolicies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The sender is there where its policies survive. */
class SenderBeansTest {

    private static final DomainName DOMAIN = new DomainName("example.org");
    private static final FakeDns DNS = FakeDns.with()
            .txt("_mta-sts.example.org", "v=STSv1; id=1")
            .mx("example.org", 10, "mail.example.org")
            .address("mail.example.org", "192.0.2.25")
            .tlsa("_25._tcp.mail.example.org", new TlsaRecord(3, 1, 1, "ab".repeat(32)))
            .signed("example.org");
    private static final FakePolicies POLICIES = FakePolicies.with()
            .policy("example.org", "version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n");

    @Test
    void withoutAStoreThereIsNone() {
        world(Contexts.starter())
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(MtaStsChecker.class)
                        .doesNotHaveBean(MtaStsSender.class));
    }

    @Test
    void withoutItsModuleTheCheckerIsStillThere() {
        world(Contexts.withDatabaseAndMetrics())
                .withClassLoader(new FilteredClassLoader("io.github.mtasts.sender", "io.github.mtasts.store"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(MtaStsChecker.class));
    }

    @Test
    void aStoreOfTheApplicationIsUsed() {
        world(Contexts.withDatabaseAndMetrics())
                .withBean(PolicyStore.class, PolicyStore::inMemory)
                .run(context -> {
                    assertThat(context).doesNotHaveBean(JdbcPolicyStore.class);
                    assertThat(decide(context.getBean(MtaStsSender.class)).reason())
                            .isEqualTo(DecisionReason.FETCHED);
                });
    }

    @Test
    void aDatabaseOfTheApplicationKeepsThePolicies() {
        world(Contexts.withDatabaseAndMetrics()).run(context -> {
            decide(context.getBean(MtaStsSender.class));

            assertThat(context.getBean(JdbcPolicyStore.class).find(DOMAIN)).isPresent();
        });
    }

    @Test
    void theTableIsNotCreatedUnlessItIsWished() {
        world(Contexts.withDatabaseAndMetrics())
                .withPropertyValues("mta-sts.jdbc.create-table=false")
                .run(context -> {
                    JdbcPolicyStore store = context.getBean(JdbcPolicyStore.class);

                    assertThatThrownBy(() -> store.find(DOMAIN)).isInstanceOf(PolicyStoreException.class);
                });
    }

    @Test
    void theBeansOfTheDocumentReplaceTheStarters(@TempDir Path folder) throws IOException {
        String authority = new HeldCertificate.Builder().build().certificatePem();
        Path ca = Files.writeString(folder.resolve("ca.pem"), authority);

        Contexts.withDatabaseAndMetrics()
                .withUserConfiguration(ApplicationBeans.class)
                .withPropertyValues("policies=" + folder.resolve("policies.db"), "intranet.ca=file:" + ca)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(OkHttpPolicyFetcher.class)
                        .hasSingleBean(PolicyStore.class)
                        .hasSingleBean(MtaStsSender.class));
    }

    @Test
    void rulesAndListenersOfTheApplicationAreUsed() {
        List<DecisionReason> seen = new CopyOnWriteArrayList<>();
        SenderListener listener = new SenderListener() {
            @Override
            public void onDecision(PolicyDecision decision) {
                seen.add(decision.reason());
            }
        };

        world(Contexts.withDatabaseAndMetrics())
                .withBean(OperatorRules.class, () -> OperatorRules.of(Map.of("example.org", OperatorRule.skip())))
                .withBean("one", SenderListener.class, () -> listener)
                .withBean("other", SenderListener.class, () -> listener)
                .run(context -> decide(context.getBean(MtaStsSender.class)));

        assertThat(seen).containsExactly(DecisionReason.SKIPPED, DecisionReason.SKIPPED);
    }

    @Test
    void nameServersThatValidateBringDane() {
        world(Contexts.withDatabaseAndMetrics())
                .run(context -> assertThat(protection(context.getBean(MtaStsSender.class)))
                        .isEqualTo(HostProtection.MTA_STS));
        world(Contexts.withDatabaseAndMetrics())
                .withPropertyValues("mta-sts.dns.trust-ad=true")
                .run(context -> assertThat(protection(context.getBean(MtaStsSender.class)))
                        .isEqualTo(HostProtection.DANE));
    }

    @Test
    void theSenderIsClosedWithTheApplication() {
        List<MtaStsSender> senders = new ArrayList<>();

        world(Contexts.withDatabaseAndMetrics()).run(context -> senders.add(context.getBean(MtaStsSender.class)));

        assertThat(decide(senders.get(0)).reason()).isEqualTo(DecisionReason.CLOSED);
    }

    private static ApplicationContextRunner world(ApplicationContextRunner runner) {
        return runner.withBean(FakeDns.class, () -> DNS).withBean(PolicyFetcher.class, () -> POLICIES);
    }

    private static PolicyDecision decide(MtaStsSender sender) {
        return sender.policyFor("example.org").join();
    }

    private static HostProtection protection(MtaStsSender sender) {
        return sender.forHost(decide(sender), "mail.example.org").join().protection();
    }
}
