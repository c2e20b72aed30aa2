package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.syntax.Octets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8461, sections 3.2 and 3.3: which HTTP answers give a policy. */
class ServedPolicyTest {

    private static final Octets POLICY = Octets.of(Domain.text("enforce", "mail.example.org", 604_800));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "TEXT/Plain",
                "text/plain; charset=utf-8",
                "text/plain;charset=us-ascii",
                "text/plain ; x=y"
            })
    void plainTextGivesAPolicyWhateverItsParameters(String mediaType) {
        assertThat(answer(200, Optional.of(mediaType)).policy()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/octet-stream", "text/plainer", "text", "", "; text/plain"})
    void anyOtherMediaTypeGivesNone(String mediaType) {
        PolicyAnswer answer = answer(200, Optional.of(mediaType));
        assertThat(answer.policy()).isEmpty();
        assertThat(answer.resultType()).contains(ResultType.STS_POLICY_INVALID);
    }

    @Test
    void anAnswerWithoutAMediaTypeGivesNone() {
        assertThat(answer(200, Optional.empty()).policy()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 203, 204, 206, 301, 302, 304, 307, 404, 500})
    void noStatusButTwoHundredGivesAPolicy(int status) {
        PolicyAnswer answer = answer(status, Optional.of("text/plain"));
        assertThat(answer.policy()).isEmpty();
        assertThat(answer.resultType()).contains(ResultType.STS_POLICY_FETCH_ERROR);
    }

    private static PolicyAnswer answer(int status, Optional<String> mediaType) {
        PolicyResponse.Builder response = PolicyResponse.answer(status).body(POLICY);
        mediaType.ifPresent(response::contentType);
        return PolicyAnswer.of(response.build());
    }
}
