package io.github.mtasts.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A pool that lends a thread one connection at a time, and wants it back as it was. */
final class StrictPool implements AutoCloseable {

    private final PoolSettings settings;
    private final DataSource source;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Boolean> borrowed = ThreadLocal.withInitial(() -> false);

    StrictPool(PoolSettings settings, DataSource source) {
        this.settings = settings;
        this.source = source;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            assertThat(method.getName()).isEqualTo("getConnection");
            return lend();
        });
    }

    private Connection lend() throws SQLException {
        assertThat(borrowed.get()).as("this thread has a connection already").isFalse();
        Connection pooled = idle.poll();
        Connection connection = pooled == null ? source.getConnection() : pooled;
        settings.apply(connection);
        borrowed.set(true);
        return proxy(
                Connection.class,
                (method, arguments) ->
                        method.getName().equals("close") ? takeBack(connection) : call(method, connection, arguments));
    }

    private @Nullable Object takeBack(Connection connection) throws SQLException {
        borrowed.set(false);
        assertThat(settings.holdFor(connection)).as("%s hold", settings).isTrue();
        idle.add(connection);
        return null;
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : idle) {
            connection.close();
        }
    }

    @FunctionalInterface
    private interface Call {
        @Nullable Object with(Method method, @Nullable Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.with(method, arguments)));
    }

    private static @Nullable Object call(Method method, Object target, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
