package io.github.mtasts.service;

import io.github.mtasts.service.json.Json;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer of the service. */
public record ApiAnswer(int status, HttpHeaders headers, String body) {

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public Map<String, Object> json() {
        return Json.readObject(body.getBytes(StandardCharsets.UTF_8));
    }
}
