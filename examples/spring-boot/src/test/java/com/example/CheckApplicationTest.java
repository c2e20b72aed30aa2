package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.testing.FakePolicies;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

/** The application on a port of this machine; the Internet is two beans. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CheckApplicationTest {

    @TestConfiguration
    static class Internet {

        @Bean
        FakeDns dns() {
            return FakeDns.with()
                    .txt("_mta-sts.example.org", "v=STSv1; id=1")
                    .mx("example.org", 10, "mail.example.org");
        }

        @Bean
        PolicyFetcher policies() {
            return FakePolicies.with()
                    .policy("example.org", "version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n");
        }
    }

    @LocalServerPort
    private int port;

    @Test
    void aReportIsReturnedAsJson() throws Exception {
        HttpResponse<String> response = get("/check/example.org");

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.body())
                .startsWith("{\"domain\":\"example.org\",\"has_mta_sts\":true,")
                .contains("\"verdict\":\"ENFORCED\"");
    }

    @Test
    void theWatchedDomainIsPartOfTheHealth() throws Exception {
        assertThat(get("/actuator/health").body())
                .contains("\"mtaSts\":{\"details\":{\"example.org\":");
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
