package io.github.mtasts.service;

import io.github.mtasts.kit.Json;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An answer of the service. */
public record ApiAnswer(int status, HttpHeaders headers, String body) {

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public Map<String, Object> json() {
        return Json.readObject(body.getBytes(StandardCharsets.UTF_8));
    }

    /** The codes of its issues, or of those that it lists. */
    public List<String> codes() {
        List<?> issues = (List<?>) Objects.requireNonNull(json().get("issues"), "issues");
        return issues.stream()
                .map(issue -> String.valueOf(((Map<?, ?>) issue).get("code")))
                .toList();
    }
}
