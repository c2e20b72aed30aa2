package io.github.mtasts.store.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Gives tests a {@link PostgresServer}, started once. Where none is installed they are aborted; in CI they fail. */
final class PostgresExtension implements ParameterResolver {

    private static final String MISSING = "no PostgreSQL in /usr/lib/postgresql: install Debian's package postgresql";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PostgresServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(PostgresExtension.class))
                .computeIfAbsent(PostgresServer.class, server -> start(), PostgresServer.class);
    }

    private static PostgresServer start() {
        try {
            Optional<Path> programs = PostgresServer.programs();
            if (programs.isEmpty() && System.getenv("CI") == null) {
                throw new TestAbortedException(MISSING);
            }
            return PostgresServer.start(programs.orElseThrow(() -> new AssertionFailedError(MISSING)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
