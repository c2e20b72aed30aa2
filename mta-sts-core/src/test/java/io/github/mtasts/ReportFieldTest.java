package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The report has the declared fields, all of them and no other, in their order and with their types. */
class ReportFieldTest {

    private static final Evidence WITHOUT_DOMAIN = Evidence.fromMap(Map.of("domain", "a..b"));
    private static final Evidence WITHOUT_VERSIONS = Evidence.fromMap(Map.of(
            "domain", "example.org",
            "mta_sts_txt", Map.of("status", "FOUND", "records", List.of(List.of("STSv1; id=1"))),
            "tls_rpt_txt", Map.of("status", "FOUND", "records", List.of(List.of("TLSRPTv1; rua=mailto:a@example.org"))),
            "policy", Map.of("status", "TLS_FAILED", "certificate", Map.of("names", List.of("example.org")))));

    private static final Evidence WITH_MANY_NAMES = Evidence.fromMap(Map.of(
            "domain",
            "example.org",
            "policy",
            Map.of("status", "TLS_FAILED", "certificate", Map.of("names", Collections.nCopies(101, "example.org")))));

    static List<EvidenceVector> vectors() {
        return EvidenceVectorFile.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aReportHasTheDeclaredFieldsAndNoOther(EvidenceVector vector) {
        checkObject("", HealthyDomain.judge(vector.evidence()).toMap(), new HashSet<>());
    }

    @Test
    void eachFieldOccursWithAValueAndANullableOneAlsoAsNull() {
        Set<String> seen = new HashSet<>();
        vectors()
                .forEach(vector ->
                        checkObject("", HealthyDomain.judge(vector.evidence()).toMap(), seen));
        checkObject("", HealthyDomain.judge(WITHOUT_DOMAIN).toMap(), seen);
        checkObject("", HealthyDomain.judge(WITHOUT_VERSIONS).toMap(), seen);
        checkObject("", HealthyDomain.judge(WITH_MANY_NAMES).toMap(), seen);

        List<String> wanted = new ArrayList<>();
        ReportField.all().forEach(field -> {
            wanted.add(field.path() + " with a value");
            if (field.nullable()) {
                wanted.add(field.path() + " null");
            }
        });
        assertThat(seen).containsAll(wanted);
    }

    private static void checkObject(String prefix, Map<?, ?> object, Set<String> seen) {
        List<ReportField> fields = ReportField.all().stream()
                .filter(field -> field.path().startsWith(prefix))
                .filter(field -> field.path().substring(prefix.length()).matches("\\w+"))
                .toList();
        assertThat(object.keySet().stream().map(key -> prefix + key))
                .containsExactlyElementsOf(
                        fields.stream().map(ReportField::path).toList());
        for (ReportField field : fields) {
            Object value = object.get(field.path().substring(prefix.length()));
            seen.add(field.path() + (value == null ? " null" : " with a value"));
            if (value == null) {
                assertThat(field.nullable()).as(field.path() + " is null").isTrue();
            } else {
                checkValue(field, value, seen);
            }
        }
    }

    private static void checkValue(ReportField field, Object value, Set<String> seen) {
        switch (field.type()) {
            case STRING -> assertThat(value).as(field.path()).isInstanceOf(String.class);
            case INTEGER -> assertThat(value).as(field.path()).isInstanceOfAny(Integer.class, Long.class);
            case BOOLEAN -> assertThat(value).as(field.path()).isInstanceOf(Boolean.class);
            case OBJECT -> checkObject(field.path() + ".", (Map<?, ?>) value, seen);
            case STRINGS -> assertThat((Collection<?>) value).as(field.path()).allMatch(item -> item instanceof String);
            case OBJECTS ->
                ((Collection<?>) value).forEach(item -> checkObject(field.path() + "[].", (Map<?, ?>) item, seen));
        }
    }
}
