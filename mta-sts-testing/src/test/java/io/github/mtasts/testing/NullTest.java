package io.github.mtasts.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.TextReport;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.spi.TxtRecord;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Null is the caller's mistake, and every public method refuses it by the name of the parameter. */
class NullTest {

    private static final MtaStsWorld WORLD = MtaStsWorld.start();
    private static final DomainTexts TEXTS = DomainTexts.of("version: STSv1\nmode: none\nmax_age: 86400\n", "");

    private static final List<Object> RECEIVERS = List.of(
            WORLD,
            WORLD.domain("example.org"),
            WORLD.name("example.net"),
            PolicySite.serving(""),
            ServedCertificate.valid(),
            TEXTS,
            FakeDns.with(),
            FakePolicies.with(),
            new SeenRequest("", "", "", Map.of(), "", ""),
            MtaStsAssertions.assertThat(TEXTS),
            MtaStsAssertions.assertThatRecord(""));

    private static final List<Object> SAMPLES = List.of(
            200,
            new String[] {"192.0.2.1"},
            new byte[0],
            (AutoCloseable) () -> {},
            TEXTS,
            Duration.ZERO,
            Instant.EPOCH,
            Path.of("pom.xml"),
            PolicyResponse.ok(""),
            ServedCertificate.valid(),
            new TlsaRecord(3, 1, 1, "ab".repeat(32)),
            TxtRecord.of("x"),
            UnaryOperator.identity(),
            URI.create("https://mta-sts.example.org/"));

    private static final String DOMAIN = "example.org";
    private static final Map<String, String> TEXTS_OF = Map.of("address", "192.0.2.1", "fault", "TXT");

    /** AssertJ has a word of its own for a null that is asserted on. */
    private static final Set<Class<?>> ASSERTED = Set.of(MtaStsReport.class, TextReport.class);

    /** A call in which one argument is null, or an array with a null in it. */
    record Call(Object receiver, Method method, List<@Nullable Object> arguments, String nothing) {

        void make() throws Throwable {
            try {
                method.invoke(receiver, arguments.toArray());
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }

        @Override
        public String toString() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName() + ": " + nothing;
        }
    }

    static Stream<Call> calls() {
        return Stream.concat(
                RECEIVERS.stream().flatMap(each -> calls(each, each.getClass())),
                calls(new Object(), MtaStsAssertions.class));
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void nullIsRefusedByName(Call call) {
        assertThatThrownBy(call::make)
                .isInstanceOf(NullPointerException.class)
                .message()
                .matches("\\w+");
    }

    @Test
    @SuppressWarnings("NullAway")
    void theNameIsThatOfTheParameter() {
        assertThatThrownBy(() -> WORLD.domain(null)).hasMessage("domain");
        assertThatThrownBy(() -> TEXTS.mx("a.example", null)).hasMessage("host");
        assertThatThrownBy(() -> DomainTexts.of("", "", null)).hasMessage("tlsRpt");
        assertThatThrownBy(() -> FakeDns.with().mx("example.org", 10, null)).hasMessage("exchange");
    }

    private static Stream<Call> calls(Object receiver, Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass().getName().startsWith("io.github.mtasts."))
                .filter(method -> !method.isBridge() && !method.getName().equals("equals"))
                .flatMap(method -> IntStream.range(0, method.getParameterCount())
                        .boxed()
                        .flatMap(place -> calls(receiver, method, place)));
    }

    private static Stream<Call> calls(Object receiver, Method method, int place) {
        Class<?> type = method.getParameterTypes()[place];
        if (type.isPrimitive() || ASSERTED.contains(type)) {
            return Stream.empty();
        }
        Call withNull = call(receiver, method, place, null, place + " is null");
        return type == String[].class
                ? Stream.of(withNull, call(receiver, method, place, new String[1], place + " has a null"))
                : Stream.of(withNull);
    }

    @SuppressWarnings("NullAway")
    private static Call call(Object receiver, Method method, int place, @Nullable Object nothing, String shown) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> type == String.class ? TEXTS_OF.getOrDefault(method.getName(), DOMAIN) : sample(type))
                .toArray();
        arguments[place] = nothing;
        return new Call(receiver, method, Arrays.asList(arguments), shown);
    }

    private static Object sample(Class<?> type) {
        return type.isEnum()
                ? type.getEnumConstants()[1]
                : SAMPLES.stream()
                        .filter(each -> type.isInstance(each) || (type == int.class && each instanceof Integer))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no sample of " + type));
    }
}
