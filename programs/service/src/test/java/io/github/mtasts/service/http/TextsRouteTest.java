package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.StubService;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts to publish, made of what a form asks for. */
class TextsRouteTest {

    private static final StubService SERVICE = new StubService(1);

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void aPolicyInModeTestingIsTheFirstStep() {
        ApiAnswer answer = texts("domain=Example.ORG.&mx=MAIL.example.org.&mx=*.example.net");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsEntry("domain", "example.org").containsEntry("tls_rpt", null);
        assertThat(text(answer, "policy"))
                .containsEntry("where", "https://mta-sts.example.org/.well-known/mta-sts.txt")
                .containsEntry(
                        "publish",
                        "version: STSv1\r\nmode: testing\r\nmx: mail.example.org\r\nmx: *.example.net\r\nmax_age: 604800\r\n");
        assertThat(text(answer, "record")).containsEntry("where", "_mta-sts.example.org");
    }

    @Test
    void everyTextIsOneThatItsParserAccepts() {
        ApiAnswer answer = texts("domain=example.org&mx=mail.example.org&mode=enforce&max_age=86400"
                + "&rua=tlsrpt@example.org&rua=https://example.org/reports");

        assertThat(StsPolicy.parse(publish(answer, "policy")).value()).isPresent();
        assertThat(StsRecord.parse(publish(answer, "record")).issues()).isEmpty();
        assertThat(TlsRptRecord.parse(publish(answer, "tls_rpt")).value())
                .hasValueSatisfying(record -> assertThat(record.rua())
                        .containsExactly("mailto:tlsrpt@example.org", "https://example.org/reports"));
    }

    @Test
    void aTextComesWithWhatLintSaysOfIt() {
        ApiAnswer answer = texts("domain=example.org&mx=*.co.uk&mode=enforce&max_age=60");

        assertThat(issues(answer, "policy").map(issue -> String.valueOf(((Map<?, ?>) issue).get("code"))))
                .contains("POLICY_MX_BROAD", "POLICY_MAX_AGE_SHORT");
    }

    @Test
    void aPolicyThatRetiresNeedsNoHosts() {
        assertThat(text(texts("domain=example.org&mode=none"), "policy"))
                .containsEntry("publish", "version: STSv1\r\nmode: none\r\nmax_age: 604800\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mx=mail.example.org | The parameter domain is missing",
                "domain=192.0.2.1&mx=mail.example.org | it is an address",
                "domain=example.org | Name the MX hosts",
                "domain=example.org&mx=mail_%0D%0A | is not an MX host",
                "domain=example.org&mx=a.example&mode=Enforce | must be testing, enforce or none, not \"Enforce\"",
                "domain=example.org&mx=a.example&mode=none&mode=testing | must not be repeated",
                "domain=example.org&mx=a.example&max_age=7d | must be a number of seconds",
                "domain=example.org&mx=a.example&max_age=31557601 | at most 31557600",
                "domain=example.org&mx=a.example&rua=here | Reports cannot be sent to here",
            })
    void whatCannotBePublishedIsRefusedWithTheReason(String query, String why) {
        ApiAnswer answer = texts(query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat((String) answer.json().get("detail")).contains(why);
    }

    private static ApiAnswer texts(String query) {
        return SERVICE.client().get("/v1/texts?" + query);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> text(ApiAnswer answer, String name) {
        return (Map<String, Object>) Objects.requireNonNull(answer.json().get(name), name);
    }

    private static String publish(ApiAnswer answer, String name) {
        return (String) Objects.requireNonNull(text(answer, name).get("publish"));
    }

    private static Stream<?> issues(ApiAnswer answer, String name) {
        return ((List<?>) Objects.requireNonNull(text(answer, name).get("issues"))).stream();
    }
}
