package io.github.mtasts.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.spi.TxtRecord;
import java.time.Instant;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the world's servers cannot send is refused where it is declared, and leaves what was declared before as it was. */
class RefusedTest {

    private final MtaStsWorld world = MtaStsWorld.start();
    private final WorldDomain domain = world.domain("example.org")
            .record("v=STSv1; id=1")
            .mx("mail.example.org")
            .policyHostAt("192.0.2.1")
            .policy("");

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 0, 100, 199, 1000})
    void aStatusThatHttpDoesNotHave(int code) {
        assertRefused(domain -> domain.https(site -> site.status(code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Y", "X:", ":status", "X\r\nY", "\u00E4"})
    void aHeaderNameThatIsNotAToken(String name) {
        assertRefused(domain -> domain.https(site -> site.header(name, "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\nb", "a\rb"})
    void aHeaderValueWithALineEnd(String value) {
        assertRefused(domain -> domain.https(site -> site.header("X", value)));
        assertRefused(domain -> domain.https(site -> site.redirect(value)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00Z, +10000-01-01T00:00:00Z",
        "0000-12-31T00:00:00Z, 2026-01-01T00:00:00Z"
    })
    void aLifetimeThatNoCertificateHas(Instant start, Instant end) {
        assertRefused(domain -> domain.certificate(ServedCertificate.validFor(start, end)));
    }

    @Test
    void theExtremesOfALifetimeAreServed() {
        ServedCertificate extreme = ServedCertificate.validFor(
                Instant.parse("0001-01-03T00:00:00Z"), Instant.parse("9999-12-31T23:59:59.9Z"));
        ServedCertificate epoch = ServedCertificate.validFor(Instant.ofEpochMilli(-1), Instant.ofEpochMilli(-1));

        assertThatCode(() -> TestCa.create().contextFor("a.example", extreme)).doesNotThrowAnyException();
        assertThatCode(() -> TestCa.create().contextFor("a.example", epoch)).doesNotThrowAnyException();
    }

    @Test
    void aPolicyHostWithoutAnAddress() {
        assertRefused(WorldDomain::policyHostAt);
        assertRefused(domain -> domain.policyHostAt("192.0.2.2", "192.0.2"));
    }

    @Test
    void recordsThatNoMessageHolds() {
        TxtRecord tooLong = new TxtRecord(
                Collections.nCopies(257, TxtRecord.of("x".repeat(255)).strings().get(0)));

        assertRefused(domain -> domain.mx(65_536, "mail.example.org"));
        assertRefused(domain -> domain.mx("no domain!"));
        assertRefused(domain -> domain.recordVia("a.example", "no domain!"));
        assertThatThrownBy(() -> world.name("a.example").txt(tooLong)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> world.name("no domain!")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChangeThatFailsIsNotKept() {
        UnaryOperator<PolicySite> toNull = site -> null;

        assertThatThrownBy(() -> domain.https(toNull)).isInstanceOf(NullPointerException.class);
        assertThatCode(() -> domain.https(PolicySite::reset).healthy()).doesNotThrowAnyException();
    }

    private void assertRefused(Consumer<WorldDomain> change) {
        String before = domain.toString();
        assertThatThrownBy(() -> change.accept(domain)).isInstanceOf(IllegalArgumentException.class);
        assertThat(domain.healthy()).hasToString(before);
    }
}
