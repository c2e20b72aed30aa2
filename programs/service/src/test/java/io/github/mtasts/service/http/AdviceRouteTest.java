package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.Advice;
import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.ApiClient;
import io.github.mtasts.service.StubService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The advice codes over HTTP. */
class AdviceRouteTest {

    private static final StubService SERVICE = new StubService(1);
    private final ApiClient client = SERVICE.client();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void everyAdviceCodeIsListedInTheOrderInWhichToAct() {
        List<?> advice =
                (List<?>) Objects.requireNonNull(client.get("/v1/advice").json().get("advice"));

        assertThat(advice)
                .extracting(each -> String.valueOf(((Map<?, ?>) each).get("code")))
                .containsExactlyElementsOf(
                        Arrays.stream(Advice.values()).map(Advice::name).toList());
    }

    @Test
    void anAdviceCodeIsExplainedHoweverItIsTyped() {
        assertThat(client.get("/v1/advice/fix-policy").json())
                .containsExactly(Map.entry("code", "FIX_POLICY"), Map.entry("meaning", Advice.FIX_POLICY.meaning()));
    }

    @Test
    void aMisspeltAdviceCodeIsNotFoundAndGetsSuggestions() {
        ApiAnswer answer = client.get("/v1/advice/FIX_POLCY");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json()).containsEntry("near", List.of("FIX_POLICY"));
        assertThat((String) answer.json().get("detail"))
                .isEqualTo(
                        "Unknown advice code \"FIX_POLCY\". Did you mean FIX_POLICY? All codes are listed at /v1/advice.");
    }
}
