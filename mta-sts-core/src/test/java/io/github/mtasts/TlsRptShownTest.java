package io.github.mtasts;

import static io.github.mtasts.HealthyDomain.evidence;
import static io.github.mtasts.HealthyDomain.judge;
import static io.github.mtasts.HealthyDomain.txt;
import static io.github.mtasts.MapView.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the report as JSON shows of a TLSRPT record. */
class TlsRptShownTest {

    @Test
    void reportAddressesAreAList() {
        assertThat(shown("v=TLSRPTv1; rua=mailto:a@example.org , https://r.example.org/v1"))
                .containsEntry("rua", List.of("mailto:a@example.org", "https://r.example.org/v1"))
                .containsEntry("valid", true);
    }

    @Test
    void addressesThatCannotBeUsedAreShownToo() {
        assertThat(shown("v=TLSRPTv1; rua=a@example.org\t,ftp://x"))
                .containsEntry("rua", List.of("a@example.org", "ftp://x"))
                .containsEntry("valid", false);
    }

    @Test
    void noAddressIsAnEmptyList() {
        assertThat(shown("v=TLSRPTv1")).containsEntry("rua", List.of());
    }

    @Test
    void anEmptyAddressIsNone() {
        assertThat(shown("v=TLSRPTv1; rua=")).containsEntry("rua", List.of());
    }

    @Test
    void theFirstOfSeveralTlsRptRecordsIsShownAndNotValid() {
        assertThat(shown("v=TLSRPTv1; rua=mailto:a@example.org", "v=TLSRPTv1; rua=mailto:b@example.org"))
                .containsEntry("rua", List.of("mailto:a@example.org"))
                .containsEntry("valid", false);
    }

    @Test
    void theFirstOfSeveralFieldsIsShown() {
        assertThat(shown("v=TLSRPTv1; rua=mailto:a@example.org; rua=mailto:b@example.org"))
                .containsEntry("rua", List.of("mailto:a@example.org"));
    }

    private static Map<String, @Nullable Object> shown(String... records) {
        return object(judge(evidence().tlsRptTxt(txt(records)).build()).toMap(), "tls_rpt");
    }
}
