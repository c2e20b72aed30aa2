package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.TxtRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each text to publish stands below the place where it is to be published, whatever the message says. */
class AdviceTextTest {

    private static final Lookup<TxtRecord> NONE = Lookup.without(LookupStatus.NO_SUCH_NAME, "");

    @Test
    void thePlaceIsPrintedThoughTheMessageNamesALongerName() {
        Evidence evidence = HealthyDomain.evidence()
                .mtaStsTxt(NONE)
                .misplaced(Map.of("_mta-sts.example.org.example.org", HealthyDomain.txt("v=STSv1; id=1")))
                .build();

        assertThat(page(evidence)).containsSubsequence("     _mta-sts.example.org TXT\n\n", "v=STSv1; id=2");
    }

    @Test
    void thePlaceIsPrintedThoughTheMessageNamesIt() {
        Evidence evidence = HealthyDomain.evidence()
                .mtaStsTxt(HealthyDomain.txt("v=STSv1; id=!").withAliases(List.of("sts.provider.example")))
                .build();

        assertThat(page(evidence)).contains("     sts.provider.example TXT\n\nv=STSv1; id=2");
    }

    @Test
    void aTextThatIsLongerThanOneStringSaysHowToPublishIt() {
        String rua = "v=TLSRPTv1 ;rua=mailto:%1$s@example.org,mailto:b%1$s@example.org,mailto:c%1$s@example.org";

        assertThat(tlsRpt(rua.formatted("a".repeat(60))))
                .endsWith(" in one record, as several strings of at most 255 octets each.");
        assertThat(tlsRpt(rua.formatted("a".repeat(40)))).doesNotContain("255");
    }

    private static String tlsRpt(String record) {
        return HealthyDomain.judge(HealthyDomain.evidence()
                        .tlsRptTxt(HealthyDomain.txt(record))
                        .build())
                .recommendations()
                .get(0)
                .message();
    }

    private static String page(Evidence evidence) {
        return HealthyDomain.judge(evidence).toText();
    }
}
