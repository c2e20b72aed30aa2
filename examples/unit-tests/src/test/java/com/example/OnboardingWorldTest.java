package com.example;

import static io.github.mtasts.syntax.PolicyMode.ENFORCE;
import static io.github.mtasts.testing.ServedCertificate.daysAgo;
import static io.github.mtasts.testing.ServedCertificate.expired;
import static io.github.mtasts.testing.clients.WorldClients.checkerIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.MtaStsWorldExtension;
import io.github.mtasts.testing.WorldDomain;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** With real DNS and HTTPS on 127.0.0.1, a world for each test. */
@ExtendWith(MtaStsWorldExtension.class)
class OnboardingWorldTest {

    @Test
    void aDomainThatIsInOrderCanStart(MtaStsWorld world) {
        declare(world);

        assertThat(obstacles(world)).isEmpty();
    }

    @Test
    void anExpiredCertificateMustBeRenewed(MtaStsWorld world) {
        declare(world).certificate(expired(daysAgo(3)));

        assertThat(obstacles(world)).isNotEmpty();
    }

    private static WorldDomain declare(MtaStsWorld world) {
        return world.domain("example.org")
                .record("v=STSv1; id=1")
                .policy(ENFORCE, "mail.example.org")
                .mx("mail.example.org");
    }

    private static List<String> obstacles(MtaStsWorld world) {
        return new Onboarding(checkerIn(world)).obstacles("example.org");
    }
}
