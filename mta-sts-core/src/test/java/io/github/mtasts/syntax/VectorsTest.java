package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.Subject;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each block of the vector files: exactly the issues that it states, each in its place. */
class VectorsTest {

    @TestFactory
    Stream<DynamicTest> mtaStsRecords() {
        return tests(VectorFile.STS_RECORD, StsRecord::parse, Subject.RECORD);
    }

    @TestFactory
    Stream<DynamicTest> policies() {
        return tests(VectorFile.POLICY, StsPolicy::parse, Subject.POLICY);
    }

    @TestFactory
    Stream<DynamicTest> tlsRptRecords() {
        return tests(VectorFile.TLSRPT_RECORD, TlsRptRecord::parse, Subject.TLS_RPT);
    }

    @TestFactory
    Stream<DynamicTest> domainNames() {
        return tests(VectorFile.DOMAIN_NAME, octets -> DomainName.parse(octets.decoded()), Subject.DOMAIN);
    }

    private static <T> Stream<DynamicTest> tests(VectorFile file, Function<Octets, Parsed<T>> parse, Subject subject) {
        return file.vectors().stream()
                .map(vector ->
                        dynamicTest(vector.toString(), () -> check(vector, parse.apply(vector.octets()), subject)));
    }

    private static <T> void check(Vector vector, Parsed<T> parsed, Subject subject) {
        assertThat(parsed.issues().stream().map(Vector::issue).sorted().toList())
                .as(vector.toString())
                .isEqualTo(vector.issues());
        assertThat(parsed.value().isPresent()).as("valid").isEqualTo(!vector.isRefused());
        assertThat(parsed.text()).isEqualTo(vector.octets());
        vector.shows()
                .forEach((name, value) -> assertThat(shown(parsed, name))
                        .as(name)
                        .isEqualTo(Texts.octets(value).decoded()));
        assertThat(parsed.issues())
                .extracting(Issue::subject)
                .allMatch(shown -> shown == subject || shown == Subject.FETCH);
    }

    private static String shown(Parsed<?> parsed, String name) {
        return parsed.field(name)
                .map(Field::value)
                .or(() -> parsed.value().map(String::valueOf))
                .orElse("(not shown)");
    }
}
