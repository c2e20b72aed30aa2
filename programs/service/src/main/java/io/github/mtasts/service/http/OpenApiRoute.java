package io.github.mtasts.service.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** {@code GET /openapi.json}: this API for programs that read OpenAPI. */
final class OpenApiRoute implements Handler {

    private final Document description = new Document(resource());

    @Override
    public void handle(Context context) {
        description.answer(context);
    }

    private static byte[] resource() {
        try (InputStream file = OpenApiRoute.class.getResourceAsStream("openapi.json")) {
            return Objects.requireNonNull(file, "openapi.json").readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
