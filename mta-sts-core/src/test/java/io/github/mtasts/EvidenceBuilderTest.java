package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.PolicyResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence is built from what is known; the domain always is. */
class EvidenceBuilderTest {

    static Stream<Method> setters() {
        return Arrays.stream(Evidence.Builder.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getParameterCount() == 1);
    }

    @Test
    void whatIsNotSetIsUnknown() {
        Evidence evidence = Evidence.builder().domain("example.org").build();

        assertThat(evidence.checkedAt()).isEmpty();
        assertThat(evidence.mtaStsTxt()).isEqualTo(Lookup.without(LookupStatus.NOT_ATTEMPTED, ""));
        assertThat(evidence.tlsRptTxt()).isEqualTo(Lookup.without(LookupStatus.NOT_ATTEMPTED, ""));
        assertThat(evidence.mx()).isEqualTo(Lookup.without(LookupStatus.NOT_ATTEMPTED, ""));
        assertThat(evidence.policy()).isEqualTo(PolicyResponse.without(FetchStatus.NOT_ATTEMPTED, ""));
    }

    @Test
    void theDomainIsRequired() {
        Evidence.Builder empty = Evidence.builder();

        assertThatIllegalStateException().isThrownBy(empty::build).withMessage("missing: domain");
    }

    @Test
    void aCopyIsEqualUntilSomethingIsReplaced() {
        Evidence healthy = HealthyDomain.evidence().build();

        assertThat(Evidence.builder().from(healthy).build()).isEqualTo(healthy).hasSameHashCodeAs(healthy);
        assertThat(Evidence.builder().from(healthy).domain("example.net").build())
                .isNotEqualTo(healthy)
                .isEqualTo(HealthyDomain.evidence().domain("example.net").build());
    }

    @Test
    void itHasASetterForEachFactTwoForTheTimeAndACopy() {
        assertThat(setters().map(Method::getName))
                .containsExactlyInAnyOrder(
                        "from",
                        "domain",
                        "checkedAt",
                        "checkedAt",
                        "mtaStsTxt",
                        "tlsRptTxt",
                        "mx",
                        "policy",
                        "misplaced");
    }

    @ParameterizedTest
    @MethodSource("setters")
    void nullIsRejected(Method setter) {
        assertThatNullPointerException().isThrownBy(() -> call(setter));
    }

    private static void call(Method setter) throws Throwable {
        try {
            setter.invoke(Evidence.builder(), new Object[] {null});
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
