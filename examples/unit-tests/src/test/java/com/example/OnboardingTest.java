package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.testing.FakePolicies;
import org.junit.jupiter.api.Test;

/** Without a network: the DNS and the policies are maps. */
class OnboardingTest {

    private static final FakeDns DNS = FakeDns.with()
            .txt("_mta-sts.example.org", "v=STSv1; id=1")
            .mx("example.org", 10, "mail.example.org");

    @Test
    void aDomainThatCoversItsHostsCanStart() {
        assertThat(onboarding(DNS, "mail.example.org").obstacles("example.org")).isEmpty();
    }

    @Test
    void aDomainWithoutMtaStsCanStart() {
        assertThat(onboarding(FakeDns.with(), "mail.example.org").obstacles("example.net"))
                .isEmpty();
    }

    @Test
    void aPolicyThatRejectsTheDomainsOwnHostMustBeFixed() {
        assertThat(onboarding(DNS, "old.example.org").obstacles("example.org")).isNotEmpty();
    }

    @Test
    void aFailedLookupIsNotTheCustomersFault() {
        FakeDns failing = DNS.fails("_mta-sts.example.org", LookupStatus.TIMED_OUT);

        assertThat(onboarding(failing, "mail.example.org").obstacles("example.org"))
                .containsExactly("We could not check the domain. Please try again later.");
    }

    private static Onboarding onboarding(FakeDns dns, String mx) {
        return new Onboarding(MtaStsChecker.builder()
                .resolver(dns)
                .policyFetcher(FakePolicies.with()
                        .policy("example.org", "version: STSv1\nmode: enforce\nmx: " + mx + "\nmax_age: 604800\n"))
                .build());
    }
}
