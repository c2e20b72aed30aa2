package io.github.mtasts.postfix;

/**
 * An answer to the operator.
 *
 * @param status of HTTP
 * @param contentType its media type
 * @param text the body
 */
record AdminPage(int status, String contentType, String text) {

    /** Plain text. */
    static AdminPage of(int status, String text) {
        return new AdminPage(status, "text/plain; charset=utf-8", text);
    }
}
