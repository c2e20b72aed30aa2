package io.github.mtasts.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.testing.MtaStsWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ResolverConfig;

class SystemServersTest {

    private static final String PROPERTY = "dns.server";

    @AfterEach
    void forgetTheProperty() {
        System.clearProperty(PROPERTY);
        ResolverConfig.refresh();
    }

    @Test
    void theSystemsServersAreAskedUnlessOthersAreGiven() {
        try (MtaStsWorld world = MtaStsWorld.start()) {
            world.name("example.org").txt("here");
            System.setProperty(PROPERTY, "127.0.0.1:" + world.dns().getPort());
            ResolverConfig.refresh();

            try (DnsjavaResolver resolver = DnsjavaResolver.system()) {
                assertThat(resolver.resolveTxt("example.org").join().records()).containsExactly(TxtRecord.of("here"));
            }
        }
    }
}
