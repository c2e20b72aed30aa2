package io.github.mtasts.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.PolicyResponse;
import java.net.URI;
import org.junit.jupiter.api.Test;

class FakePoliciesTest {

    private static final URI URL = URI.create("https://mta-sts.example.org/.well-known/mta-sts.txt");

    @Test
    void aPolicyIsServedAsItShouldBe() {
        FakePolicies policies = FakePolicies.with().policy("Example.org.", "version: STSv1\n");

        assertThat(policies.fetchPolicy(URL).join()).isEqualTo(PolicyResponse.ok("version: STSv1\n"));
    }

    @Test
    void anyOutcomeCanBeDeclared() {
        PolicyResponse expired = PolicyResponse.without(FetchStatus.TLS_EXPIRED, "3 days ago");

        assertThat(FakePolicies.with()
                        .response("example.org", expired)
                        .fetchPolicy(URL)
                        .join())
                .isEqualTo(expired);
    }

    @Test
    void aHostThatWasNotDeclaredIsNotFound() {
        FakePolicies policies = FakePolicies.with().policy("example.com", "version: STSv1\n");

        assertThat(policies.fetchPolicy(URL).join().status()).isEqualTo(FetchStatus.HOST_NOT_FOUND);
    }

    @Test
    void aNameThatIsNotADomainIsRefused() {
        assertThatThrownBy(() -> FakePolicies.with().policy("no domain", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no domain");
    }
}
