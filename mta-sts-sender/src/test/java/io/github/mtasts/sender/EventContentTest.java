package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

/** RFC 8460, section 4.4: what else an event holds, and which domains are never reported. */
class EventContentTest {

    private static final String HOST = "mail.example.org";

    private final Domain domain = new Domain().record("a").policy(Domain.text("enforce", HOST, 604_800));

    @Test
    void nothingIsReportedForASkippedDomain() {
        try (MtaStsSender sender = domain.builder()
                .rules(OperatorRules.of(Map.of(Domain.NAME, OperatorRule.skip())))
                .build(Runnable::run, domain.alarm, () -> 0)) {
            HostDecision host = Domain.host(sender, HOST);
            host.verify(List.of());
            host.withoutStartTls();
            assertThat(domain.listened.events).isEmpty();
        }
    }

    @Test
    void theReasonOfTheTlsLibraryIsReported() {
        try (MtaStsSender sender = domain.sender()) {
            Domain.host(sender, HOST).tlsFailed(new SSLException("handshake_failure"));
            assertThat(domain.listened.events)
                    .singleElement()
                    .satisfies(event -> assertThat(event.failureReasonCode()).contains("handshake_failure"));
        }
    }

    @Test
    void whatIsWrongWithACertificateIsReported() {
        try (MtaStsSender sender = domain.sender()) {
            Domain.host(sender, HOST).verify(List.of());
            assertThat(domain.listened.events)
                    .singleElement()
                    .satisfies(event -> assertThat(event.failureReasonCode()).contains("no-certificate"));
        }
    }

    @Test
    void aClosedSenderBeginsNoLookForACachedPolicy() {
        List<Runnable> begun = new java.util.ArrayList<>();
        MtaStsSender sender = domain.sender(task -> {
            begun.add(task);
            task.run();
        });
        sender.policyFor(Domain.NAME).join();
        sender.close();
        domain.clock.pass(java.time.Duration.ofHours(1));
        begun.clear();
        sender.policyFor(Domain.NAME).join();
        assertThat(begun).isEmpty();
    }
}
