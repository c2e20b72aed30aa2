package io.github.mtasts.service.http;

/** A part of what the server answers. */
@FunctionalInterface
public interface Routes {

    /** Adds its endpoints; called once, before the server starts. */
    void addTo(Router router);
}
