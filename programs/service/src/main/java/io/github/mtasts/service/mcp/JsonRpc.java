package io.github.mtasts.service.mcp;

import io.github.mtasts.kit.Json;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The frame of JSON-RPC 2.0, as MCP uses it: one message at a time. */
final class JsonRpc {

    static final int MAX_OCTETS = 256 * 1024;

    private static final int PARSE_ERROR = -32700;
    private static final int INVALID_REQUEST = -32600;
    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INVALID_PARAMS = -32602;
    private static final int INTERNAL_ERROR = -32603;

    private JsonRpc() {}

    /** What a client sent is not a message of JSON-RPC 2.0 (section 5.1). */
    static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient @Nullable Object id;
        private final int code;

        /** The id is null where none can be read. */
        private Malformed(@Nullable Object id, int code, String sentence) {
            super(sentence, null, false, false);
            this.id = id;
            this.code = code;
        }

        /** The answer that says so. */
        String answer() {
            return error(id, code, getMessage());
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

        static Refused bug() {
            return new Refused(INTERNAL_ERROR, "The server failed because of a bug; the request itself was correct.");
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
            return answer(id, "result", result);
        }

        String error(Refused error) {
            return JsonRpc.error(id, error.code, error.getMessage());
        }
    }

    private static String error(@Nullable Object id, int code, @Nullable String message) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", code);
        map.put("message", String.valueOf(message));
        return answer(id, "error", map);
    }

    private static String answer(@Nullable Object id, String member, Map<String, ?> value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("jsonrpc", "2.0");
        map.put("id", id);
        map.put(member, value);
        return Json.write(map);
    }

    /** The members of what must be an object; empty when it is missing. */
    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> members(@Nullable Object value) {
        if (value != null && !(value instanceof Map)) {
            throw Refused.params("Params and arguments are objects, whose members have names.");
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
        Map<?, ?> message = object(octets);
        Object id = message.get("id");
        boolean identified =
                id instanceof String || id instanceof Integer || id instanceof Long || id instanceof BigInteger;
        @Nullable Object known = identified ? id : null;
        if (!"2.0".equals(message.get("jsonrpc"))) {
            throw new Malformed(known, INVALID_REQUEST, "The member jsonrpc must be \"2.0\".");
        }
        if (!message.containsKey("method")) {
            return response(message, known);
        }
        Object params = message.get("params");
        if (!(message.get("method") instanceof String method)) {
            throw new Malformed(known, INVALID_REQUEST, "The member method must be a string.");
        }
        if (!message.containsKey("id")) {
            return Optional.empty();
        }
        if (known == null) {
            throw new Malformed(null, INVALID_REQUEST, "The id of a request must be a string or a whole number.");
        }
        if (params != null && !(params instanceof Map) && !(params instanceof List)) {
            throw new Malformed(known, INVALID_REQUEST, "The member params must be an object.");
        }
        return Optional.of(new Request(known, method, params));
    }

    /** This server asks nothing, so no response is expected; one does no harm. */
    private static Optional<Request> response(Map<?, ?> message, @Nullable Object id) {
        if (message.containsKey("result") || message.containsKey("error")) {
            return Optional.empty();
        }
        throw new Malformed(id, INVALID_REQUEST, "The message has no method.");
    }

    /** For a message that is not read at all. */
    static Malformed tooLong() {
        return new Malformed(null, PARSE_ERROR, "A message must not exceed " + MAX_OCTETS + " octets.");
    }

    private static Map<?, ?> object(byte[] octets) {
        try {
            if (Json.read(octets) instanceof Map<?, ?> message) {
                return message;
            }
        } catch (IllegalArgumentException unreadable) {
            throw new Malformed(
                    null,
                    PARSE_ERROR,
                    "The message is not JSON in UTF-8 that can be read: " + unreadable.getMessage() + ".");
        }
        throw new Malformed(
                null, INVALID_REQUEST, "Send one request or notification as a JSON object; batches are not supported.");
    }
}
