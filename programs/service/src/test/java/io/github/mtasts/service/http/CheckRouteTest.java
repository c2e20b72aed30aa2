package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.ApiClient;
import io.github.mtasts.service.RunningService;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The report of one domain. */
class CheckRouteTest {

    private static final RunningService SERVICE = new RunningService();
    private final ApiClient client = SERVICE.client();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void theFieldsOfTheDeploymentComeFirst() {
        ApiAnswer answer = client.get("/v1/security/mta-sts?domain=enforced.example");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().keySet())
                .startsWith(
                        "domain",
                        "has_mta_sts",
                        "dns_record",
                        "policy",
                        "mode",
                        "policy_url",
                        "tls_rpt",
                        "issues",
                        "recommendations");
    }

    @Test
    void whoWouldRatherHaveCsvGetsAHeaderAndARow() {
        ApiAnswer answer = client.send(client.request("/v1/security/mta-sts?domain=ENFORCED.example.")
                .header("Accept", "text/csv, */*;q=0.1"));

        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=utf-8;header=present");
        assertThat(answer.header("Vary")).contains("Accept");
        assertThat(answer.body().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("input,domain,verdict,checked_at,mode,");
        assertThat(answer.body())
                .contains("\r\nENFORCED.example.,enforced.example,ENFORCED,20")
                .endsWith("\r\n");
    }

    @Test
    void whoWantsEitherGetsJson() {
        ApiAnswer answer = client.send(
                client.request("/v1/security/mta-sts?domain=enforced.example").header("Accept", "*/*"));

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Vary")).contains("Accept");
    }

    @Test
    void aFormIsPostedAsCurlDoes() {
        ApiAnswer answer =
                client.post("/v1/security/mta-sts", "application/x-www-form-urlencoded", "domain=enforced.example");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsEntry("domain", "enforced.example");
    }

    @Test
    void aDomainWhoseDnsFailsIsNotAnErrorOfTheRequest() {
        ApiAnswer answer = client.get("/v1/security/mta-sts?domain=servfail.example");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsEntry("verdict", "UNDETERMINED").containsEntry("has_mta_sts", false);
    }

    @Test
    void everyDomainOfTheSmallInternetHasAReportAsItIsDescribed() {
        assertThat(SERVICE.domains())
                .isNotEmpty()
                .allSatisfy(domain -> assertThat(client.get("/v1/security/mta-sts?domain=" + domain)
                                .json())
                        .containsEntry("domain", domain));
    }

    @Test
    void headHasTheHeadersOfTheReport() {
        ApiAnswer answer = client.send(
                client.request("/v1/security/mta-sts?domain=enforced.example").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aDomainThatCannotBeIsAProblemThatNamesTheReason() {
        ApiAnswer answer = client.get("/v1/security/mta-sts?domain=192.0.2.1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json()).containsEntry("title", "Bad domain").containsEntry("status", 400);
        assertThat((String) answer.json().get("detail"))
                .startsWith("\"192.0.2.1\" is not a domain name: it is an address");
    }
}
