package io.github.mtasts.service.http;

/** Answers the requests of one method and path. */
@FunctionalInterface
public interface Endpoint {

    /** Answers now or later; what it throws becomes a problem. */
    void answer(Exchange exchange);
}
