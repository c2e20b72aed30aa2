package io.github.mtasts.service.mcp;

/** What a client sent is no message of JSON-RPC 2.0. */
final class MalformedMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedMessage(Throwable cause) {
        super("not a message of JSON-RPC 2.0", cause);
    }

    /** The answer, which has no id, since none could be read. */
    static String answer() {
        return "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,"
                + "\"message\":\"Send one request or notification of JSON-RPC 2.0, in UTF-8.\"}}";
    }
}
