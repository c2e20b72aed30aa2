package io.github.mtasts.james;

import static io.github.mtasts.james.JamesWorld.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.jakartamail.demo.MailCa;
import io.github.mtasts.jakartamail.demo.MxServer;
import io.github.mtasts.sender.MtaStsSender;
import java.security.GeneralSecurityException;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import javax.net.ssl.SSLContext;
import org.apache.james.domainlist.memory.MemoryDomainList;
import org.apache.james.transport.mailets.remote.delivery.Bouncer;
import org.apache.james.transport.mailets.remote.delivery.DeliveryRetriesHelper;
import org.apache.james.transport.mailets.remote.delivery.ExecutionResult.ExecutionState;
import org.apache.james.transport.mailets.remote.delivery.MailDelivrer;
import org.apache.james.transport.mailets.remote.delivery.RemoteDeliveryConfiguration;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What James' MailDelivrer makes of MX hosts, good ones and bad ones. */
class DeliveryTest {

    private static final String DOMAIN = "example.org";
    private static final int MAX_RETRIES = 3;

    private final JamesWorld world = new JamesWorld();
    private final MtaStsSender sender = world.sender();
    private final MailDelivrer delivrer = delivrer(world, sender);

    @AfterEach
    void close() {
        sender.close();
        world.close();
    }

    @Test
    void aHostThatProvesItselfGetsTheMessage() throws MessagingException {
        world.policy(DOMAIN, "1", "enforce", "mx1.example.org");
        MxServer mx = world.server(DOMAIN, "mx1.example.org", world.ca.naming("mx1.example.org"));

        assertThat(deliver(mail("bob@example.org"))).isEqualTo(ExecutionState.SUCCESS);
        assertThat(mx.messages()).singleElement().asString().contains("Subject: Hello", "A message.");
        assertThat(mx.serverNames()).containsOnly("mx1.example.org");
        assertReported(null);
    }

    static Stream<Arguments> badCertificates() {
        MailCa other = new MailCa();
        return Stream.of(
                Arguments.of("for another host", other.naming("mx.example.com"), ResultType.CERTIFICATE_HOST_MISMATCH),
                Arguments.of("CN only", other.cnOnly("mx1.example.org"), ResultType.CERTIFICATE_HOST_MISMATCH),
                Arguments.of("expired", other.expired("mx1.example.org"), ResultType.CERTIFICATE_EXPIRED),
                Arguments.of("of another CA", other.naming("mx1.example.org"), ResultType.CERTIFICATE_NOT_TRUSTED),
                Arguments.of("self-signed", other.selfSigned("mx1.example.org"), ResultType.CERTIFICATE_NOT_TRUSTED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badCertificates")
    void aBadCertificateIsRefusedAndTheMessageStays(String what, SSLContext tls, ResultType type)
            throws MessagingException {
        world.policy(DOMAIN, "1", "enforce", "mx1.example.org");
        MxServer mx = world.server(DOMAIN, "mx1.example.org", tls);

        assertThat(deliver(mail("bob@example.org"))).as(what).isEqualTo(ExecutionState.TEMPORARY_FAILURE);
        assertThat(mx.messages()).isEmpty();
        assertReported(type);
    }

    @Test
    void aHostWithoutStartTlsIsRefused() throws MessagingException {
        world.policy(DOMAIN, "1", "enforce", "mx1.example.org");
        MxServer mx = world.serverWithoutTls(DOMAIN, "mx1.example.org");

        assertThat(deliver(mail("bob@example.org"))).isEqualTo(ExecutionState.TEMPORARY_FAILURE);
        assertThat(mx.messages()).isEmpty();
        assertReported(ResultType.STARTTLS_NOT_SUPPORTED);
    }

    @Test
    void aHostWhoseTlsDoesNotComeUpIsRefused() throws Exception {
        world.policy(DOMAIN, "1", "enforce", "mx1.example.org");
        MxServer mx = world.server(DOMAIN, "mx1.example.org", withoutAKey());

        assertThat(deliver(mail("bob@example.org"))).isEqualTo(ExecutionState.TEMPORARY_FAILURE);
        assertThat(mx.messages()).isEmpty();
        assertReported(ResultType.VALIDATION_FAILURE);
    }

    @Test
    void aForeignHostIsPassedOver() throws MessagingException {
        world.policy(DOMAIN, "1", "enforce", "mx1.example.org");
        MxServer foreign = world.server(DOMAIN, "mx.attacker.example", world.ca.naming("mx.attacker.example"));
        MxServer own = world.server(DOMAIN, "mx1.example.org", world.ca.naming("mx1.example.org"));

        assertThat(deliver(mail("bob@example.org"))).isEqualTo(ExecutionState.SUCCESS);
        assertThat(foreign.messages()).isEmpty();
        assertThat(own.messages()).hasSize(1);
    }

    @Test
    void whereThereAreForeignHostsAloneTheMessageStays() throws MessagingException {
        world.policy(DOMAIN, "1", "enforce", "mx1.example.org");
        MxServer foreign = world.server(DOMAIN, "mx.attacker.example", world.ca.naming("mx.attacker.example"));

        assertThat(deliver(mail("bob@example.org"))).isEqualTo(ExecutionState.TEMPORARY_FAILURE);
        assertThat(foreign.messages()).isEmpty();
        assertReported(ResultType.CERTIFICATE_HOST_MISMATCH);
    }

    // the stock class stops at the first host that offers no STARTTLS
    @Test
    void theNextHostIsTriedWhereOneOffersNoStartTls() throws MessagingException {
        world.policy(DOMAIN, "1", "enforce", "*.example.org");
        world.serverWithoutTls(DOMAIN, "mx1.example.org");
        MxServer second = world.server(DOMAIN, "mx2.example.org", world.ca.naming("mx2.example.org"));

        assertThat(deliver(mail("bob@example.org"))).isEqualTo(ExecutionState.SUCCESS);
        assertThat(second.messages()).hasSize(1);
    }

    @Test
    void theNextHostIsTriedWhereOneHasABadCertificate() throws MessagingException {
        world.policy(DOMAIN, "1", "enforce", "*.example.org");
        MxServer first = world.server(DOMAIN, "mx1.example.org", world.ca.cnOnly("mx1.example.org"));
        MxServer second = world.server(DOMAIN, "mx2.example.org", world.ca.naming("*.example.org"));

        assertThat(deliver(mail("bob@example.org"))).isEqualTo(ExecutionState.SUCCESS);
        assertThat(first.messages()).isEmpty();
        assertThat(second.messages()).hasSize(1);
    }

    @Test
    void withoutAPolicyAnyCertificateWillDo() throws MessagingException {
        MxServer mx = world.server(DOMAIN, "mx1.example.org", world.ca.selfSigned("localhost"));

        assertThat(deliver(mail("bob@example.org"))).isEqualTo(ExecutionState.SUCCESS);
        assertThat(mx.messages()).hasSize(1);
        assertThat(mx.serverNames()).as("TLS was used").isNotEmpty();
    }

    @Test
    void withoutAPolicyNoStartTlsWillDo() throws MessagingException {
        MxServer mx = world.serverWithoutTls(DOMAIN, "mx1.example.org");

        assertThat(deliver(mail("bob@example.org"))).isEqualTo(ExecutionState.SUCCESS);
        assertThat(mx.messages()).hasSize(1);
    }

    @Test
    void withoutAPolicyAHostWhoseTlsDoesNotComeUpGetsTheMessageInPlainText() throws Exception {
        MxServer mx = world.server(DOMAIN, "mx1.example.org", withoutAKey());

        assertThat(deliver(mail("bob@example.org"))).isEqualTo(ExecutionState.SUCCESS);
        assertThat(mx.messages()).hasSize(1);
    }

    @Test
    void inTestingModeABadCertificateIsReportedAndTheMessageDelivered() throws MessagingException {
        world.policy(DOMAIN, "1", "testing", "mx1.example.org");
        MxServer mx = world.server(DOMAIN, "mx1.example.org", world.ca.naming("mx.example.com"));

        assertThat(deliver(mail("bob@example.org"))).isEqualTo(ExecutionState.SUCCESS);
        assertThat(mx.messages()).hasSize(1);
        assertReported(ResultType.CERTIFICATE_HOST_MISMATCH);
    }

    @Test
    void thePolicyIsAskedForAtEachAttempt() throws MessagingException {
        world.policy(DOMAIN, "1", "enforce", "old.example.org");
        MxServer mx = world.server(DOMAIN, "mx1.example.org", world.ca.naming("mx1.example.org"));
        Mail mail = mail("bob@example.org");
        ExecutionState first = deliver(mail);

        world.policy(DOMAIN, "2", "enforce", "mx1.example.org");
        sender.recheck(DOMAIN).join();

        assertThat(first).isEqualTo(ExecutionState.TEMPORARY_FAILURE);
        assertThat(deliver(mail)).isEqualTo(ExecutionState.SUCCESS);
        assertThat(mx.messages()).hasSize(1);
    }

    // RFC 8461 §5
    @Test
    void beforeJamesGivesUpTheRecordIsLookedUpAgain() throws MessagingException {
        world.policy(DOMAIN, "1", "enforce", "old.example.org");
        MxServer mx = world.server(DOMAIN, "mx1.example.org", world.ca.naming("mx1.example.org"));
        Mail mail = mail("bob@example.org");
        deliver(mail);
        world.policy(DOMAIN, "2", "enforce", "mx1.example.org");
        mail.setAttribute(DeliveryRetriesHelper.makeAttribute(MAX_RETRIES));

        assertThat(deliver(mail)).isEqualTo(ExecutionState.SUCCESS);
        assertThat(mx.messages()).hasSize(1);
    }

    @Test
    void whileTheSenderIsClosedNothingIsDelivered() throws MessagingException {
        MxServer mx = world.serverWithoutTls(DOMAIN, "mx1.example.org");
        sender.close();

        assertThat(deliver(mail("bob@example.org"))).isEqualTo(ExecutionState.TEMPORARY_FAILURE);
        assertThat(mx.messages()).isEmpty();
    }

    @Test
    void severalRecipientsShareASession() throws MessagingException {
        MxServer mx = world.server(DOMAIN, "mx1.example.org", world.ca.naming("mx1.example.org"));

        assertThat(deliver(mail("bob@example.org", "carol@example.org"))).isEqualTo(ExecutionState.SUCCESS);
        assertThat(mx.messages()).hasSize(1);
        assertThat(mx.serverNames()).as("handshakes").hasSize(1);
    }

    private ExecutionState deliver(Mail mail) {
        return delivrer.deliver(mail).getExecutionState();
    }

    private void assertReported(@Nullable ResultType type) {
        assertThat(world.events).singleElement().satisfies(event -> {
            assertThat(event.resultType().orElse(null)).isEqualTo(type);
            assertThat(event.policyDomain().text()).isEqualTo(DOMAIN);
            assertThat(event.receivingIp()).contains("127.0.26.1");
            assertThat(event.receivingMxHelo()).contains("127.0.26.1");
        });
    }

    private static SSLContext withoutAKey() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        return context;
    }

    private static MailDelivrer delivrer(JamesWorld world, MtaStsSender sender) {
        FakeMailContext context = FakeMailContext.defaultContext();
        RemoteDeliveryConfiguration configuration = new RemoteDeliveryConfiguration(
                FakeMailetConfig.builder()
                        .mailetContext(context)
                        .setProperty("heloName", "mta.sender.example")
                        .setProperty("maxRetries", Integer.toString(MAX_RETRIES))
                        .setProperty("delayTime", MAX_RETRIES + " * 1 hour")
                        .build(),
                new MemoryDomainList(world));
        return new MailDelivrer(
                configuration,
                new MtaStsMailDelivrerToHost(configuration, context, world, sender),
                world,
                new Bouncer(configuration, context),
                context);
    }
}
