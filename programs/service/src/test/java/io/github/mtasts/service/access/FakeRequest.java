package io.github.mtasts.service.access;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What access asks of a request: the peer and the headers. */
final class FakeRequest {

    private final String peer;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();

    private FakeRequest(String peer) {
        this.peer = peer;
    }

    static FakeRequest from(String peer) {
        return new FakeRequest(peer).header("Host", "localhost:8080");
    }

    FakeRequest header(String name, String value) {
        headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), absent -> new ArrayList<>())
                .add(value);
        return this;
    }

    FakeRequest without(String name) {
        headers.remove(name.toLowerCase(Locale.ROOT));
        return this;
    }

    HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> {
                    List<String> values = arguments == null
                            ? List.of()
                            : headers.getOrDefault(((String) arguments[0]).toLowerCase(Locale.ROOT), List.of());
                    return switch (method.getName()) {
                        case "getRemoteAddr" -> peer;
                        case "getHeader" -> values.isEmpty() ? null : values.get(0);
                        case "getHeaders" -> Collections.enumeration(values);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }
}
