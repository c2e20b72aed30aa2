package io.github.mtasts.service.http;

import io.javalin.config.JavalinConfig;

/** A part of what the server answers. */
public interface Routes {

    /** Adds its handlers; called once, before the server starts. */
    void addTo(JavalinConfig config);
}
