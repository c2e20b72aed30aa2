package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of two media types a client gets (RFC 9110, section 12.5.1). */
class AcceptTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "TEXT/CSV",
                "text/csv;q=0.001",
                "application/json;q=0.5, text/csv",
                "text/csv;header=present;q=0.9, application/json;q=0.8",
                "text/*, application/json;q=0.9",
                "text/csv, */*;q=0.1",
                "application/json;q=0, */*",
                "*/*;q=0.1,\ttext/csv ; q=1.000",
            })
    void theTypeOfMoreQualityIsPreferred(String accept) {
        assertThat(prefersCsv(accept)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/json, text/csv",
                "application/json, text/*;q=0.9",
                "text/csv;q=0",
                "text/csv;q=2",
                "text/csv;q=0.1234",
                "text/csv;q=x",
                "text/csv;q=",
                "text/html",
                "text/*;q=0.9, text/csv;q=0.1, application/json;q=0.5",
            })
    void aTypeOfNoMoreQualityIsNot(String accept) {
        assertThat(prefersCsv(accept)).isFalse();
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(prefersCsv("application/json;q=0.1", "text/csv;q=0.2")).isTrue();
    }

    @Test
    void withoutTheHeaderNothingIsPreferred() {
        assertThat(prefersCsv()).isFalse();
    }

    private static boolean prefersCsv(String... accept) {
        HttpFields.Mutable headers = HttpFields.build();
        Arrays.asList(accept).forEach(value -> headers.add("Accept", value));
        return Accept.of(headers).prefers("text/csv", "application/json");
    }
}
