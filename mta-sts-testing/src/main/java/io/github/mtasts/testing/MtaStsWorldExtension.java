package io.github.mtasts.testing;

import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives JUnit tests a running {@link MtaStsWorld}: {@code @ExtendWith(MtaStsWorldExtension.class)}, and a parameter of that
 * type. A test method has its own world, started for it and closed after it; a world that a constructor or a
 * {@code @BeforeAll} method asks for is shared by the tests of the class. It works with JUnit Jupiter 5.9 to 6.1.
 */
@SuppressWarnings("exports") // JUnit is optional: users of this class require it.
public final class MtaStsWorldExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(MtaStsWorldExtension.class);

    /** Made by JUnit. */
    public MtaStsWorldExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == MtaStsWorld.class;
    }

    /** A world that lives as long as the context: JUnit closes what is in its store. */
    @Override
    @SuppressWarnings("deprecation") // JUnit 5 does not have what JUnit 6 has in its place.
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Kept kept = context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(MtaStsWorld.class, first -> new Kept(MtaStsWorld.start()), Kept.class);
        return Objects.requireNonNull(kept, "kept").world();
    }

    /** Up to 5.12, JUnit closes only a CloseableResource; since 5.13 it warns unless that is AutoCloseable as well. */
    @SuppressWarnings("deprecation") // JUnit 5.9 has nothing else.
    private record Kept(MtaStsWorld world) implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        @Override
        public void close() {
            world.close();
        }
    }
}
