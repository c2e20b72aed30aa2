package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.mtasts.options.CheckNetwork;
import io.github.mtasts.options.DemoWorld;
import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.check.Checks;
import io.github.mtasts.service.json.Json;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The brief's endpoint. */
class CheckRouteTest {

    private static DemoWorld world;
    private static CheckNetwork network;
    private static ApiServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        world = DemoWorld.start();
        network = new CheckNetwork(world.network());
        server = ApiServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new Checks(network.checker()::checkAsync, 10, Ticker.systemTicker()),
                new Access());
    }

    @AfterAll
    static void stop() {
        server.close();
        network.close();
        world.close();
    }

    @Test
    void theNineFieldsOfTheBriefComeFirst() throws Exception {
        HttpResponse<byte[]> answer = get("/v1/security/mta-sts?domain=enforced.example");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.readObject(answer.body()).keySet())
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
    void aFormIsPostedAsTheBriefsCurlSampleDoes() throws Exception {
        HttpResponse<byte[]> answer = send(request("/v1/security/mta-sts")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("domain=enforced.example")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.readObject(answer.body())).containsEntry("domain", "enforced.example");
    }

    @Test
    void aDomainThatCannotBeIsAProblemThatNamesTheReason() throws Exception {
        HttpResponse<byte[]> answer = get("/v1/security/mta-sts?domain=192.0.2.1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        Map<String, Object> problem = Json.readObject(answer.body());
        assertThat(problem).containsEntry("title", "Bad domain").containsEntry("status", 400);
        assertThat((String) problem.get("detail")).startsWith("\"192.0.2.1\" cannot be checked.");
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }
}
