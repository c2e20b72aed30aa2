package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.ApiClient;
import io.github.mtasts.service.StubService;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Texts before they are published. */
class LintRouteTest {

    private static final String POLICY = "version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n";
    private static final StubService SERVICE = new StubService(1);
    private final ApiClient client = SERVICE.client();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void aGoodPolicyIsValid() {
        ApiAnswer answer = lint("policy", POLICY);

        assertThat(answer.json()).containsEntry("valid", true).containsEntry("issues", List.of());
        assertThat(answer.json().keySet()).containsExactly("valid", "policy", "issues", "recommendations");
    }

    @Test
    void aBrokenPolicyComesWithWhatToPublish() {
        ApiAnswer answer = lint("policy", POLICY.replace("604800", "604800 seconds"));

        assertThat(answer.json()).containsEntry("valid", false);
        assertThat(answer.codes()).containsExactly("POLICY_MAX_AGE_INVALID");
        assertThat((List<?>) answer.json().get("recommendations"))
                .first()
                .asInstanceOf(MAP)
                .containsEntry("publish", POLICY);
    }

    @Test
    void aWildcardForEverybodysHostsIsKnownFromTheListOfPublicSuffixes() {
        assertThat(lint("policy", POLICY.replace("mail.example.org", "*.co.uk")).codes())
                .contains("POLICY_MX_BROAD");
    }

    @Test
    void recordsAreJudgedToo() {
        assertThat(lint("record", "v=STSv1; id=1\n").json())
                .containsEntry("valid", true)
                .containsKey("dns_record");
        assertThat(lint("tlsrpt", "v=TLSRPTv1; rua=mailto:a@example.org").json())
                .containsEntry("valid", true)
                .containsKey("tls_rpt");
    }

    @Test
    void aTextUnlikeARecordIsInvalidAndHasNoObject() {
        assertThat(lint("record", "hello").json()).containsEntry("valid", false).containsEntry("dns_record", null);
    }

    @Test
    void anEmptyTextIsJudgedLikeAnyOther() {
        assertThat(lint("policy", "").json()).containsEntry("valid", false);
        assertThat(lint("policy", "").codes()).isNotEmpty();
        assertThat(lint("record", "").json()).containsEntry("valid", false);
    }

    @Test
    void aTextNeedsNoMediaType() {
        ApiAnswer answer = client.send(client.request("/v1/lint/policy").POST(BodyPublishers.ofString(POLICY)));

        assertThat(answer.json()).containsEntry("valid", true);
    }

    @Test
    void octetsThatAreNotTextAreJudgedAsTheyAre() {
        ApiAnswer answer = client.send(client.request("/v1/lint/policy")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(new byte[] {0, (byte) 0xFF, '\r'})));

        assertThat(answer.json()).containsEntry("valid", false);
    }

    @Test
    void sixtyFourKibibytesAreTakenAndNotAnOctetMore() {
        assertThat(lint("policy", "x".repeat(1 << 16)).status()).isEqualTo(200);
        ApiAnswer refused = lint("policy", "x".repeat((1 << 16) + 1));

        assertThat(refused.status()).isEqualTo(413);
        assertThat((String) refused.json().get("detail")).contains("64 KiB", "RFC 8461 §3.3");
    }

    @Test
    void aFormIsRefusedWithTheTypeToSend() {
        ApiAnswer answer = client.post("/v1/lint/policy", "application/x-www-form-urlencoded", POLICY);

        assertThat(answer.status()).isEqualTo(415);
        assertThat((String) answer.json().get("detail")).contains("Content-Type: text/plain");
    }

    @Test
    void anEncodedTextIsRefusedAndNotDecoded() {
        ApiAnswer answer = client.send(client.request("/v1/lint/policy")
                .header("Content-Type", "text/plain")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("no gzip at all")));

        assertThat(answer.status()).isEqualTo(415);
        assertThat((String) answer.json().get("detail")).contains("without Content-Encoding");
    }

    @Test
    void otherKindsAreNotThere() {
        assertThat(lint("dmarc", "v=DMARC1").status()).isEqualTo(404);
    }

    private ApiAnswer lint(String kind, String text) {
        return client.post("/v1/lint/" + kind, "text/plain", text);
    }
}
