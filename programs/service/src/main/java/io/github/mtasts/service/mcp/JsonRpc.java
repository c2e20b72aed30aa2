package io.github.mtasts.service.mcp;

import io.github.mtasts.kit.Json;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The frame of JSON-RPC 2.0, as MCP uses it: one message at a time. */
final class JsonRpc {

    static final int MAX_OCTETS = 256 * 1024;

    /** The answer to what is not a message; without an id, since none could be read. */
    static final String MALFORMED = "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,"
            + "\"message\":\"Send one request or notification of JSON-RPC 2.0, in UTF-8.\"}}";

    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INVALID_PARAMS = -32602;

    private JsonRpc() {}

    /** What a client sent is not a message of JSON-RPC 2.0. */
    static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Malformed() {
            super("not a message of JSON-RPC 2.0", null, false, false);
        }
    }

    /** A request that gets an error for an answer. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int code;

        private Refused(int code, String sentence) {
            super(sentence, null, false, false);
            this.code = code;
        }

        static Refused method(String sentence) {
            return new Refused(METHOD_NOT_FOUND, sentence);
        }

        static Refused params(String sentence) {
            return new Refused(INVALID_PARAMS, sentence);
        }
    }

    /**
     * A call that wants an answer.
     *
     * @param id a string or a whole number
     * @param given the parameters as they were sent
     */
    record Request(Object id, String method, @Nullable Object given) {

        /** The parameters by name; empty when there are none. */
        Map<String, @Nullable Object> params() {
            return members(given);
        }

        String result(Map<String, ?> result) {
            return answer("result", result);
        }

        String error(Refused error) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("code", error.code);
            map.put("message", String.valueOf(error.getMessage()));
            return answer("error", map);
        }

        private String answer(String member, Map<String, ?> value) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("jsonrpc", "2.0");
            map.put("id", id);
            map.put(member, value);
            return Json.write(map);
        }
    }

    /** The members of what must be an object; empty when it is missing. */
    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> members(@Nullable Object value) {
        if (value != null && !(value instanceof Map)) {
            throw Refused.params("The params are not those of this method.");
        }
        return value == null ? Map.of() : (Map<String, @Nullable Object>) value;
    }

    /**
     * Reads a message.
     *
     * @return empty for a notification or a response, which need no answer
     * @throws Malformed when it is none of these
     */
    static Optional<Request> read(byte[] octets) {
        Map<String, Object> message = object(octets);
        Object id = message.get("id");
        boolean identified =
                id instanceof String || id instanceof Integer || id instanceof Long || id instanceof BigInteger;
        if (!"2.0".equals(message.get("jsonrpc"))) {
            throw new Malformed();
        }
        if (message.get("method") instanceof String method) {
            if (!message.containsKey("id")) {
                return Optional.empty();
            }
            if (id != null && identified) {
                return Optional.of(new Request(id, method, message.get("params")));
            }
        } else if (identified && (message.containsKey("result") || message.containsKey("error"))) {
            return Optional.empty();
        }
        throw new Malformed();
    }

    private static Map<String, Object> object(byte[] octets) {
        try {
            return Json.readObject(octets);
        } catch (IllegalArgumentException notAnObject) {
            throw new Malformed();
        }
    }
}
