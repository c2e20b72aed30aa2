package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.PolicyResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RFC 8461, section 3.3: the operator hears of refreshes that fail, unless the cached mode is none. */
class LoggedTest {

    private static final Logger LOG = Logger.getLogger(MtaStsSender.class.getName());

    private final Domain domain = new Domain().record("a");
    private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
    }

    @AfterEach
    void leave() {
        LOG.removeHandler(handler);
    }

    @Test
    void aRefreshThatFailsIsAWarningWithItsCauseAndTheEndOfThePolicy() {
        refreshFails("enforce", PolicyResponse.without(FetchStatus.CONNECT_FAILED, "connection refused"));
        assertThat(logged).singleElement().satisfies(entry -> {
            assertThat(entry.getLevel()).isEqualTo(Level.WARNING);
            assertThat(entry.getMessage())
                    .contains("example.org", "CONNECT_FAILED: connection refused", "2026-12-01T12:00:00Z");
        });
    }

    @Test
    void aPolicyInModeNoneIsNotMissed() {
        refreshFails("none", PolicyResponse.without(FetchStatus.CONNECT_FAILED, ""));
        assertThat(logged).isEmpty();
    }

    @Test
    void remoteTextIsEscaped() {
        refreshFails("testing", PolicyResponse.without(FetchStatus.PROTOCOL_ERROR, "bad\r\nstatus \u001b[31m{} %s"));
        assertThat(logged)
                .singleElement()
                .satisfies(entry -> assertThat(entry.getMessage())
                        .contains("bad\\r\\nstatus \\x1B[31m{} %s")
                        .doesNotContain("\n"));
    }

    private void refreshFails(String mode, PolicyResponse response) {
        domain.policy(Domain.text(mode, "mail.example.org", 604_800));
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            domain.policy(response);
            domain.pass(Duration.ofDays(1));
        }
    }
}
