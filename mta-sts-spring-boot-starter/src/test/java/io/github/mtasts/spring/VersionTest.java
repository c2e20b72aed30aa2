package io.github.mtasts.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

/** These tests run on Spring Boot 3.5 here, and on 4 in integration/spring-boot-4. */
class VersionTest {

    @Test
    void theTestsRunOnTheSpringBootThatTheyAreFor() {
        assertThat(SpringBootVersion.getVersion()).startsWith(System.getProperty("spring-boot", "3.5."));
    }

    @Test
    void theStarterNamesItsAutoConfigurations() {
        assertThat(Contexts.ours()).hasSize(4);
    }
}
