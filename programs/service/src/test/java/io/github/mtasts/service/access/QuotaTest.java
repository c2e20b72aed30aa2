package io.github.mtasts.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The fields that tell a client its limit. */
class QuotaTest {

    @Test
    void aClientIsToldItsLimitWhatIsLeftAndWhenAllIsThereAgain() {
        Quota quota = new Quota(1000, 999);

        assertThat(quota.policy()).isEqualTo("\"checks\";q=1000;w=60");
        assertThat(quota.state()).isEqualTo("\"checks\";r=999;t=1");
    }

    @Test
    void whatIsFullNeedsNoTimeAndWhatIsEmptyAMinute() {
        assertThat(new Quota(10, 10).state()).isEqualTo("\"checks\";r=10;t=0");
        assertThat(new Quota(10, 0).state()).isEqualTo("\"checks\";r=0;t=60");
    }
}
