package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller's mistake is refused where it is made, in words that help. */
class CheckerBuilderTest {

    private final OpenPorts ports = new OpenPorts();

    @Test
    void withoutAResolverThereIsNoChecker() {
        MtaStsCheckerBuilder builder = MtaStsChecker.builder().policyFetcher(ports);

        assertThatIllegalStateException().isThrownBy(builder::build).withMessageContaining("resolver(");
    }

    @Test
    void withoutAPolicyFetcherThereIsNoChecker() {
        MtaStsCheckerBuilder builder = MtaStsChecker.builder().resolver(ports);

        assertThatIllegalStateException().isThrownBy(builder::build).withMessageContaining("policyFetcher(");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT-0.000000001S"})
    void aTimeoutIsPositive(Duration limit) {
        MtaStsCheckerBuilder builder = MtaStsChecker.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.timeout(limit))
                .withMessageContaining(limit.toString());
        assertThatIllegalArgumentException().isThrownBy(() -> builder.lookupTimeout(limit));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.fetchTimeout(limit));
    }

    @SuppressWarnings("NullAway")
    static Stream<Consumer<MtaStsCheckerBuilder>> settersOfNull() {
        OpenPorts ports = new OpenPorts();
        return Stream.of(
                builder -> builder.resolver((OpenPorts) null),
                builder -> builder.resolver(null, ports),
                builder -> builder.resolver(ports, null),
                builder -> builder.policyFetcher(null),
                builder -> builder.timeout(null),
                builder -> builder.lookupTimeout(null),
                builder -> builder.fetchTimeout(null),
                builder -> builder.executor(null),
                builder -> builder.thresholds(null),
                builder -> builder.clock(null),
                builder -> builder.listener(null));
    }

    @ParameterizedTest
    @MethodSource("settersOfNull")
    void everySetterRefusesNull(Consumer<MtaStsCheckerBuilder> setter) {
        assertThatNullPointerException().isThrownBy(() -> setter.accept(MtaStsChecker.builder()));
    }
}
